"""The generated lists are what the packages give today, and answer what a reader of news would ask."""

import pytest

from factdb import lexicon
from factdb.lexicons import build


@pytest.mark.filterwarnings("default")  # warnings of the packages that the lists come from are theirs
def test_building_again_gives_the_committed_lists(tmp_path):
    build.main(tmp_path)
    for each in build.LISTS:
        assert (tmp_path / each.file).read_text(encoding="utf-8") == (build.FOLDER / each.file).read_text(encoding="utf-8"), each.file


@pytest.mark.parametrize(
    ("form", "code", "role"),
    [
        ("U.S.", "US", "name"),
        ("Britain", "GB", "name"),
        ("Ivory Coast", "CI", "name"),
        ("South Korea", "KR", "name"),
        ("Emirati", "AE", "demonym"),
        ("British", "GB", "demonym"),
        ("Herzegovinian", "BA", "demonym"),
        ("New Zealanders", "NZ", "demonym"),
        ("London", "GB", "capital"),
        ("Nairobi", "KE", "capital"),
        ("African Union", "African Union", "bloc"),
    ],
)
def test_forms_of_countries(form, code, role):
    assert (code, role) in {(row["code"], row["role"]) for row in lexicon.rows("generated/countries.csv") if row["form"] == form}


@pytest.mark.parametrize(
    ("code", "many", "sign", "country"),
    [("AUD", "Australian dollars", "A$", "AU"), ("HKD", "Hong Kong dollars", "HK$", "HK"), ("CHF", "Swiss francs", "", "CH"), ("DEM", "German marks", "", "")],
)
def test_currencies(code, many, sign, country):
    row = next(row for row in lexicon.rows("generated/currencies.csv") if row["code"] == code)
    assert (row["many"], row["sign"]) == (many, sign)
    assert country in row["countries"]


@pytest.mark.parametrize(
    ("code", "factor", "dimension"),
    [("km", "1000", "[length]"), ("[ft_i]3", "0.028316846592", "[length] ** 3"), ("t", "1000", "[mass]"), ("Cel", "", "[temperature]")],
)
def test_units(code, factor, dimension):
    row = next(row for row in lexicon.rows("generated/units.csv") if row["code"] == code)
    assert (row["factor"], row["dimension"]) == (factor, dimension)


def test_no_spelling_stands_for_two_units():
    spellings = [text for row in lexicon.rows("generated/units.csv") for column in ("names", "symbols") for text in set(row[column].split("|")) if text]
    assert len(spellings) == len(set(spellings))


def test_places():
    assert ("Karachi", "city", "PK") in {(row["name"], row["kind"], row["country"]) for row in lexicon.rows("generated/places.csv")}


@pytest.mark.parametrize(
    ("word", "reading"),
    [("went", "VD:go"), ("children", "NS:child"), ("killed", "VN:kill"), ("rising", "VG:rise"), ("people", "N"), ("larger", "AR:large")],
)
def test_words(word, reading):
    row = next(row for row in lexicon.rows("generated/words.csv") if row["word"] == word)
    assert reading in row["readings"].split()


def test_common_words_grade_above_rare_ones():
    grade = {row["word"]: int(row["grade"]) for row in lexicon.rows("generated/frequencies.csv")}
    assert grade["the"] > grade["people"] > grade["treaty"] > grade.get("zinc", 0)
