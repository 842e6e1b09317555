"""A session of a curator: each effect is on disk when its outcome is told."""

from datetime import timedelta

from sqlmodel import col, select
from storage_samples import NOW, TEXT

from factdb.checks.kept import disputed_claims
from factdb.claims.extract import extract
from factdb.review import By, decide, neighbours
from factdb.review.desk import Desk
from factdb.review.effects import Add, Correct, Decide, Jump, Read, Search, Simple
from factdb.review.queue import Plan
from factdb.storage.database import reading, writing
from factdb.storage.doctor import examine
from factdb.storage.queries import Filters
from factdb.storage.store import add_article, start_run
from factdb.storage.tables import ClaimRow, DecisionRow, LeaseRow
from factdb.text.article import Article

NEXT, UNDO, REDO = Simple("next"), Simple("undo"), Simple("redo")


class Clock:
    """A clock that goes on two seconds at each look."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        self.now += timedelta(seconds=2)
        return self.now


def desk(engine, curator="ann", **plan):
    made = Desk(engine, Plan(Filters(statuses=("new",)), **plan), curator, Clock())
    made._neighbours.wait()
    return made


def statuses(engine):
    with reading(engine) as session:
        assert list(examine(session)) == []
        return list(session.exec(select(ClaimRow.status).order_by(col(ClaimRow.start))))


def test_a_session_of_decisions_undone_and_redone(stored):
    ann = desk(stored)
    ann.do(NEXT)
    for effect in (Decide("verify"), Decide("reject", "wrong_value"), Correct({"place": "Bergen"}), Decide("unsure")):
        outcome = ann.do(effect)
        assert not outcome.bad, outcome.said
    assert outcome.shown is None
    assert (outcome.done, outcome.left) == (4, 0)
    assert statuses(stored) == ["verified", "rejected", "corrected", "unsure"]
    for _ in range(4):
        outcome = ann.do(UNDO)
    assert statuses(stored) == ["new"] * 4
    assert outcome.shown.home.place == 1
    assert ann.do(UNDO).bad
    for _ in range(4):
        ann.do(REDO)
    assert statuses(stored) == ["verified", "rejected", "corrected", "unsure"]
    assert ann.do(REDO).bad


def test_done_and_to_go_follow_what_is_taken_back_and_jumped_to(stored):
    ann = desk(stored)
    first = ann.do(NEXT).shown.claim_id
    steps = (
        (Decide("verify"), 1, 3),
        (Decide("flag"), 1, 3),
        (Simple("reviewed"), 1, 3),
        (UNDO, 1, 3),
        (UNDO, 1, 3),
        (UNDO, 0, 4),
        (REDO, 1, 3),
        (Jump(first), 1, 3),
        (Decide("reject"), 2, 3),
        (UNDO, 1, 3),
    )
    for effect, done, left in steps:
        outcome = ann.do(effect)
        assert (effect, outcome.done, outcome.left) == (effect, done, left)


def test_a_decision_of_an_earlier_session_that_still_counted_as_to_go_is_not_counted_twice(stored):
    earlier = desk(stored)
    earlier.do(NEXT)
    earlier.do(Decide("verify"))
    earlier.close()
    clock = Clock()
    clock.now += timedelta(hours=1)
    later = Desk(stored, Plan(), "ann", clock)
    later._neighbours.wait()
    assert later.do(NEXT).left == 4
    assert later.do(UNDO).left == 4
    assert later.do(REDO).left == 3
    assert later.do(UNDO).left == 4
    later.close()


def test_a_new_decision_ends_what_could_be_redone(stored):
    ann = desk(stored)
    for effect in (NEXT, Decide("verify"), UNDO, Decide("reject")):
        ann.do(effect)
    assert ann.do(REDO).bad
    assert statuses(stored) == ["rejected", "new", "new", "new"]


def test_flag_and_note_keep_the_claim(stored):
    ann = desk(stored)
    first = ann.do(NEXT).shown
    assert ann.do(Decide("flag")).shown.claim_id == first.claim_id
    outcome = ann.do(Decide("note", note="see table 2"))
    assert outcome.shown.claim_id == first.claim_id
    assert [(one.what, one.comment) for one in outcome.shown.decided] == [("flag", None), ("note", "see table 2")]


def test_the_second_is_told_and_nothing_is_overwritten(stored):
    ann, ben = desk(stored), desk(stored, "ben")
    claim = ann.do(NEXT).shown.claim_id
    told = ben.do(Jump(claim))
    assert "ann has this claim on screen" in told.said
    ann.do(Decide("verify"))
    refused = ben.do(Decide("reject"))
    assert refused.bad
    assert "ann decided verify" in refused.said
    assert [one.curator for one in refused.shown.decided] == ["ann"]
    assert statuses(stored)[0] == "verified"
    ben.do(Decide("reject"))
    assert statuses(stored)[0] == "rejected"


def test_two_sessions_of_one_curator_share_the_queue(stored):
    one, two = desk(stored), desk(stored)
    assert one.do(NEXT).shown.claim_id != two.do(NEXT).shown.claim_id
    for each in (one, two):
        each.close()
    with reading(stored) as session:
        assert session.exec(select(LeaseRow)).all() == []


def test_the_article_is_marked_and_the_mark_taken_back(stored):
    ann = desk(stored)
    ann.do(NEXT)
    assert ann.do(Simple("reviewed")).shown.home.reviewed
    assert not ann.do(UNDO).shown.home.reviewed
    assert ann.do(REDO).shown.home.reviewed
    assert statuses(stored) == ["new"] * 4


def test_a_missed_claim_is_read_and_added(stored):
    ann = desk(stored)
    ann.do(NEXT)
    start = TEXT.index("in 2024")
    missed = ann.do(Read(start, start + 7)).missed
    assert missed.reading["date_start"] == "2024-01-01"
    assert not ann.do(Add(start, start + 7, {"event": "sale"})).bad
    assert statuses(stored).count("verified") == 1
    assert ann.do(UNDO).shown is not None
    assert len(statuses(stored)) == 4
    assert not ann.do(REDO).bad
    assert statuses(stored).count("verified") == 1


def test_words_without_a_number_are_refused(stored):
    ann = desk(stored)
    ann.do(NEXT)
    assert "no number and no date" in ann.do(Read(0, 6)).said


def test_search_and_jump(stored):
    ann = desk(stored)
    ann.do(NEXT)
    (hit,) = ann.do(Search("miners")).hits
    assert ann.do(Jump(hit.claim_id[:6])).shown.claim_id == hit.claim_id
    assert ann.do(Search("zebras")).bad
    assert ann.do(Jump("ffff")).bad


def test_what_was_on_screen_comes_next_after_a_jump_or_an_undo(stored):
    ann = desk(stored)
    first = ann.do(NEXT).shown.claim_id
    second = ann.do(Decide("verify")).shown.claim_id
    assert ann.do(UNDO).shown.claim_id == first
    assert ann.do(REDO).shown.claim_id == second
    (hit,) = ann.do(Search("percent")).hits
    ann.do(Jump(hit.claim_id))
    assert ann.do(Decide("verify")).shown.claim_id == second


def test_a_blind_second_reading_shows_and_changes_nothing(stored):
    ann = desk(stored)
    ann.do(NEXT)
    ann.do(Correct({"value": "9"}))
    ben = Desk(stored, Plan(Filters(), second=1.0), "ben", Clock())
    ben._neighbours.wait()
    shown = ben.do(NEXT).shown
    assert (shown.reading["value"], shown.reading["status"], shown.decided) == ("3200000000", "new", ())
    ben.do(Decide("verify"))
    with reading(stored) as session:
        row = session.get_one(ClaimRow, shown.claim_id)
        assert (row.value, row.status) == ("9", "corrected")
        assert session.exec(select(DecisionRow.what).where(DecisionRow.curator == "ben")).all() == ["second"]
        assert list(examine(session)) == []


def test_the_rest_is_estimated_from_the_pace(stored):
    ann = desk(stored)
    ann.do(NEXT)
    ann.do(Decide("verify"))
    outcome = ann.do(Decide("verify"))
    assert 0 < outcome.rest < 60


def test_a_claim_stays_held_as_long_as_it_is_on_screen(stored):
    ann = desk(stored)
    ann.do(NEXT)
    with reading(stored) as session:
        first = session.exec(select(LeaseRow.until)).one()
    ann.do(Simple("keep"))
    with reading(stored) as session:
        assert session.exec(select(LeaseRow.until)).one() > first


def test_in_the_order_of_conflicts_a_disputed_claim_comes_first(engine, monkeypatch):
    told = ("The ferry Hilda carried 140 passengers when it left Ostvik.", "When the ferry Hilda left Ostvik it carried 410 passengers.")
    with writing(engine) as session:
        run = start_run(session, NOW)
        for name, text in (("zoo", "The zoo has 30 keepers."), *zip(("one", "two"), told, strict=True)):
            day = (NOW + timedelta(days=name != "zoo")).date()
            add_article(session, Article(name, text, text[:20], day), extract(text, day), run, NOW)
    asked = []
    monkeypatch.setattr(neighbours, "disputed_claims", lambda session: asked.append(1) or disputed_claims(session))
    outcome = desk(engine, order="conflict").do(NEXT)
    assert len(asked) == 1
    assert "passengers" in outcome.shown.reading["quote"]
    assert [other.verdict for other in outcome.shown.others] == ["conflicts"]
    assert desk(engine, "ben").do(NEXT).shown.reading["quote"] == "30 keepers"


def test_a_batch_that_is_made_once_more_says_of_what_it_was(stored):
    with reading(stored) as session:
        claims = list(session.exec(select(ClaimRow.id)))
    with writing(stored) as session:
        for what, claim in (("verify", claims[0]), ("verify", claims[1]), ("reject", claims[2])):
            decide(session, what, claim, By("ann", NOW, batch="b1"))
    ann = desk(stored)
    ann.do(NEXT)
    assert ann.do(UNDO).said == "Taken back: 3 decisions."
    assert ann.do(REDO).said == "3 decisions (1 reject, 2 verify) are made once more."
