"""Who took part in a meeting."""

from datetime import date

import pytest

from factdb import extract

MOE, PRADO = "Kari Moe", "Ines Prado"
TWO = "Norwegian Prime Minister Kari Moe met Peruvian President Ines Prado on June 3. "
MEETINGS = [
    ("Kari Moe, who chairs the Harbour League, met Ines Prado on June 4.", (MOE, PRADO)),
    ("Kari Moe, who met Ines Prado on June 4, praised the Harbour League.", (MOE, PRADO)),
    ("Kari Moe met Ines Prado on June 4 to discuss a cable under the Red Sea.", (MOE, PRADO)),
    ("Kari Moe met North Korean envoy Juan Roca on June 4.", (MOE, "Juan Roca")),
    ("Kari Moe visited Japan and the Republic of Korea on June 4.", (MOE,)),
    ("Kari Moe arrived in Lima on June 4 at the invitation of President Ines Prado.", (MOE, PRADO)),
    ("Norway's fishery ministers met on June 4.", ("Norway's fishery ministers",)),
    ("A joint commission will meet in Lima on June 4.", ("joint commission",)),
    ("The second congress of the Harbour League was held in Lima on June 4.", ("Harbour League",)),
    ("The first Summit of the Americas was held in Lima on June 4.", ()),
    (TWO + "The two leaders last met in Oslo in May 2023.", (MOE, PRADO)),
    (TWO + "They will meet again on June 9.", (MOE, PRADO)),
    (TWO + "On June 9 she will meet Premier Bao Linh.", (MOE, "Bao Linh")),
    (TWO + "She will visit Chile on June 9.", (MOE,)),
]


@pytest.mark.parametrize(("text", "who"), MEETINGS)
def test_who_took_part(text: str, who: tuple[str, ...]) -> None:
    *_, last = (claim for claim in extract(text, date(2024, 6, 5)).claims if claim.kind == "meeting_date")
    assert last.fields["participants"] == who
