"""The time that a figure is about."""

from datetime import date

import pytest

from factdb import extract

PUBLISHED = date(2025, 6, 11)  # a Wednesday
PERIODS = [
    ("In 2024, Norway's exports reached 3.2 billion dollars.", "3.2 billion dollars", ("2024-01-01", "2024-12-31")),
    ("Trade soared from 8 billion dollars in 1991 to 90 billion dollars in 2024.", "8 billion dollars", ("1991-01-01", "1991-12-31")),
    ("Trade soared from 8 billion dollars in 1991 to 90 billion dollars in 2024.", "90 billion dollars", ("2024-01-01", "2024-12-31")),
    ("Exports from February to September hit 3 billion dollars.", "3 billion dollars", ("2024-02-01", "2024-09-30")),
    ("In May exports rose 4 percent against a year earlier.", "4 percent", ("2025-05-01", "2025-05-31")),
    ("In May exports rose to 4 billion dollars from 3 billion dollars a year earlier.", "3 billion dollars", ("2024-05-01", "2024-05-31")),
    ("Exports reached 4 billion dollars in May. Imports fell to 2 billion dollars.", "2 billion dollars", ("2025-05-01", "2025-05-31")),
    ("Trade will grow 7 percent from the second quarter.", "7 percent", None),
    ("Since 2016 Oslo has paid 16 percent of the aid.", "16 percent", ("2016-01-01", None)),
    ("In the financial year ended March 2025, profit was 3 million dollars.", "3 million dollars", ("2024-04-01", "2025-03-31")),
    ("Stocks stood at 41 million barrels in the week ended June 6.", "41 million barrels", ("2025-05-31", "2025-06-06")),
    ("The yard sold 300 boats in the first seven months of 2024.", "300 boats", ("2024-01-01", "2024-07-31")),
    ("Over the past three years firms created 1,000 jobs.", "1,000 jobs", ("2022-06-11", "2025-06-11")),
    ("The bridge killed nobody, but the fire on Monday killed 14 sailors.", "14 sailors", ("2025-06-09", "2025-06-09")),
    ("A ferry sank on Monday, killing 40 guests. Officials said on Tuesday that 14 sailors died.", "14 sailors", ("2025-06-09", "2025-06-09")),
    ("The fever has killed 60 people this year.", "60 people", ("2025-01-01", "2025-06-11")),
    ("The league, founded in 1978, commands 10,000 members.", "10,000 members", None),
    ("The store, which opened in 1951, shows 300 paintings.", "300 paintings", None),
    ("Officials said on Monday that the town has 300 shops.", "300 shops", None),
    ("A blast on Monday killed 16 welders. Some 31 welders were working in the pit.", "Some 31 welders", ("2025-06-09", "2025-06-09")),
    ("A blast on Monday killed 16 welders. The pit has 31 welders.", "31 welders", None),
    ("A blast on Monday killed 16 welders. The 31 members were named.", "31 members", None),
    ("The town saw 300 thefts in 2023 and 200 a year before.", "200", ("2022-01-01", "2022-12-31")),
    ("The town saw 300 thefts in 2023 and 200 the previous year.", "200", ("2022-01-01", "2022-12-31")),
    ("Stocks fell 4 million barrels in the week ended June 6.", "4 million barrels", ("2025-05-31", "2025-06-06")),
    ("The toll since the start of the rising in March 2021 rose to 400 dead.", "400", ("2021-03-01", "2025-06-11")),
    ("Crude for January delivery stood at 62 dollars.", "62 dollars", None),
    ("Sales rose 4 percent in May. Net profit climbed to 9 million euros.", "9 million euros", ("2025-05-01", "2025-05-31")),
    ("Exports rose 4 percent in May. Chile was the largest buyer with 60 tons.", "60 tons", ("2025-05-01", "2025-05-31")),
    ("Exports rose 4 percent in May. Chile is the largest buyer with 60 tons.", "60 tons", None),
    ("In May alone, sales fell to 24,000 tons from 27,000 tons in April.", "24,000 tons", ("2025-05-01", "2025-05-31")),
    ("Oslo has given the fund 500 million euros since 1995.", "500 million euros", ("1995-01-01", "2025-06-11")),
    ("The police made 5,118 arrests, 6 percent fewer than in 2022.", "5,118 arrests", None),
    ("The force has 11,700 officers, some 1,600 below its 2019 strength.", "11,700 officers", None),
    ("Mayor Moe, who took office in May 2023, spent 209 million dollars.", "209 million dollars", None),
    ("Turnout was 71 percent, the lowest since 2007.", "71 percent", None),
    ("The rate rose to 17 percent from 14 percent in 2022.", "17 percent", None),
    ("Waves of 4 metres hampered divers, and the search was to resume on Thursday.", "4 metres", None),
    ("Profit will fall 3 percent in 2026. Shares lost 2 percent on the news.", "2 percent", None),
    ("The next ten days will be hot, and it hit 38 degrees last week.", "38 degrees", ("2025-06-02", "2025-06-08")),
    ("Shares in the mill closed up 2 percent at 31 euros.", "31 euros", ("2025-06-11", "2025-06-11")),
    ("At 10:15 am, Brent crude was up four cents to 62 dollars.", "62 dollars", ("2025-06-11", "2025-06-11")),
    (
        'At the June 1 congress Kari Moe gave a speech. She said: "Over the past ten years firms created 1,000 jobs."',
        "1,000 jobs",
        ("2015-06-01", "2025-06-01"),
    ),
]


@pytest.mark.parametrize(("text", "quote", "period"), PERIODS)
def test_a_figure_has_the_period_of_the_date_that_governs_it(text: str, quote: str, period: tuple[str | None, str | None] | None) -> None:
    found = {claim.quote: claim.period for claim in extract(text, PUBLISHED).claims}
    assert found[quote] == period
