"""The full screen driven by Textual's pilot: keys, mouse, paste, resizing."""

import asyncio
import shutil
from datetime import UTC, datetime

import pytest
from sqlmodel import col, select

from factdb.cli.screen.app import Screen
from factdb.review.desk import Desk
from factdb.review.queue import Plan
from factdb.storage.database import reading
from factdb.storage.queries import Filters
from factdb.storage.tables import ClaimRow, DecisionRow


def drive(engine, play, size=(80, 24)):
    """Run the screen over the new claims while `play` drives it."""
    desk = Desk(engine, Plan(Filters(statuses=("new",))), "ana", lambda: datetime.now(UTC))

    async def go():
        app = Screen(desk, "ana")
        async with app.run_test(size=size) as pilot:
            await play(pilot, app)

    asyncio.run(go())
    desk.close()


def statuses(engine):
    with reading(engine) as session:
        return list(session.exec(select(ClaimRow.status).order_by(col(ClaimRow.start))))


def seen(app):
    return "\n".join(strip.text for strip in (app._sheet.render_line(y) for y in range(app._sheet.size.height)))


@pytest.fixture
def url(fresh_file, tmp_path):
    """One engine is enough here."""
    shutil.copy(fresh_file, tmp_path / "facts.db")
    return f"sqlite:///{tmp_path / 'facts.db'}"


def test_a_key_decides_and_the_next_claim_shows(stored):
    async def play(pilot, app):
        assert "3,200,000,000" in seen(app)
        await pilot.press("v")
        assert "verified." in seen(app)
        await pilot.press("r", "2", "c", "backspace", "enter")
        assert "is no day" in seen(app)
        await pilot.press("escape", "z")

    drive(stored, play)
    assert statuses(stored) == ["verified", "new", "new", "new"]


def test_a_comment_is_typed_and_pasted(stored):
    async def play(pilot, app):
        from textual.events import Paste

        await pilot.press("n", "o", "h", "space")
        app.post_message(Paste("see p. 2\n"))
        await pilot.pause()
        await pilot.press("enter")

    drive(stored, play)
    with reading(stored) as session:
        assert session.exec(select(DecisionRow.comment)).all() == ["oh see p. 2"]


def test_the_mouse_presses_keys_and_opens_fields(stored):
    async def play(pilot, app):
        rows = seen(app).split("\n")
        row = next(y for y, line in enumerate(rows) if line.strip().startswith("unit"))
        await pilot.click(offset=(rows[row].index("USD"), row))
        assert app.state.form.name == "unit"
        await pilot.press("escape")
        await pilot.click(offset=(rows[-1].index("verify"), len(rows) - 1))

    drive(stored, play)
    assert statuses(stored)[0] == "verified"


def test_words_are_marked_with_the_mouse(stored):
    async def play(pilot, app):
        await pilot.press("a")
        rows = seen(app).split("\n")
        row = next(y for y, line in enumerate(rows) if "2024" in line)
        await pilot.click(offset=(rows[row].index("2024"), row))
        await pilot.press("enter")
        assert "2024-01-01" in seen(app)
        await pilot.press("enter")

    drive(stored, play)
    assert statuses(stored).count("verified") == 1


def test_it_follows_the_size_of_the_terminal(stored):
    async def play(pilot, app):
        await pilot.resize_terminal(50, 14)
        rows = seen(app).split("\n")
        assert (len(rows), max(map(len, rows))) == (14, 50)
        assert "billion" in seen(app)

    drive(stored, play)


def test_quitting_leaves_at_once(stored):
    async def play(pilot, app):
        await pilot.press("q")
        assert not app.is_running

    drive(stored, play)
