"""Each word has the part of speech that a reader gives it where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdb.text.tags import tag_of, tags, tags_between
from factdb.text.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The firm plans to cut prices by 7 percent.", "DNVTBSIFF."),
        ("They sold old coal-fired plants in Peru.", "HVA--ASIP."),
        ("Sales of cars sold in May rose again.", "SOSEIYVR."),
        ("Banks report losses.", "SVS."),
        ("Demand rises in May.", "NVIY."),
        ("7 coal mines in Peru", "FNSIP"),
        ("The report that fees rose 7% was wrong.", "DNWSVFFZA."),
        ("A 9-year-old has been hurt.", "DF-Y-NKZV."),
        ("It fell, driving up wages", "HV,GIS"),
        ("Peru's oil trading firm", "P''NAN"),
        ("Fighting broke out.", "NVI."),
        ("The clerk left Lima.", "DNVP."),
        ("Brokers said rents fell.", "SVSV."),
        ("7,sAID", "F,V"),
        ("The TA-35 and the Coral 300 rose 7%.", "D--PCDPFVFF."),
        ("US exports", "PS"),
        ("Just 40% want a new quay.", "RFFVDAN."),
    ],
)
def test_the_letters_of_a_sentence(text, letters):
    assert tags(Tokens(text), 0) == (0, letters)


@pytest.mark.parametrize(
    ("text", "word", "letter"),
    [
        ("The firm's plans failed.", "plans", "S"),
        ("A firm which plans a park", "plans", "V"),
        ("They want to work.", "work", "B"),
        ("Their work ended.", "work", "N"),
        ("Fees for work rose.", "work", "N"),
        ("Crews cut the wire.", "cut", "V"),
        ("A cut in fees", "cut", "N"),
        ("The spacecraft circles at noon.", "circles", "V"),
        ("40 percent disapprove.", "disapprove", "V"),
        ("The 12-nation Baltic Union accounts for boats.", "accounts", "V"),
        ("Many MPs left.", "MPs", "S"),
        ("A bag of apples costs 7 euros.", "costs", "V"),
        ("The trip lasts up to 9 days and is long.", "lasts", "V"),
        ("The drug costs about 7 euros and must be taken.", "costs", "V"),
    ],
)
def test_a_word_of_several_kinds_is_read_by_its_place(text, word, letter):
    tokens = Tokens(text)
    at = next(i for i, w in enumerate(tokens.words) if w.text == word)
    assert tag_of(tokens, at) == letter


@given(st.text(alphabet="abs AZ7.,-'\n;%") | st.text())
def test_each_token_has_one_letter(text):
    tokens = Tokens(text)
    for first, last in tokens.sentences:
        assert len(tags(tokens, first)[1]) == last - first


def test_the_letters_of_some_tokens_are_those_of_their_sentence():
    tokens = Tokens("Lima slept. The old mill burned down.")
    begin, letters = tags(tokens, 3)
    assert tags_between(tokens, 4, 6) == letters[4 - begin : 6 - begin]
    assert tags_between(tokens, 4, 4) == ""
