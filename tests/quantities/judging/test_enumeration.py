"""Numbers that only pick out or announce what the text names, and those beside them that count all the same."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from claimx.model import Extract

Run = Callable[[str], Extract]


@pytest.mark.parametrize(
    ("text", "surface", "reason"),
    [
        ("Leeds, York and Hull want a say. The three cities have asked for powers.", "three cities", "enumeration"),
        (
            "Talks between London, Dublin and Oslo failed. The three governments met.",
            "three governments",
            "enumeration",
        ),
        ("The four charts below show the trend.", "four charts", "enumeration"),
        ("The following three points deserve attention.", "following three points", "enumeration"),
        ("They fight on in Kent and Essex, the next two contests.", "next two contests", "enumeration"),
        ("The bank has three tasks. First, it must hold down prices.", "three tasks", "enumeration"),
        ("We made two mistakes. Firstly, we waited.", "two mistakes", "enumeration"),
        ("He has two bosses, the chairman and the finance director.", "two bosses", "enumeration"),
        ("They fought over one of the clauses.", "one of", "enumeration"),
        ("She stood close to one of his barns.", "one of", "enumeration"),
        ("Two clerks agreed. And a third, Ann Hill, said no.", "a third", "ordinal"),
        ("Another clerk was unsure. A third said he was leaving.", "A third", "ordinal"),
        ("Go back 20 years and the town had a mill.", "20 years", "time_span"),
        ("The tax cut helps the 1%, she said.", "1%", "name"),
        ("She doubled-down on her claim.", "doubled-down", "idiom"),
        ("Voters liked her more in ‘16 than him.", "‘16", "date"),
        ("By the end of 2005 more people would be removed.", "2005", "date"),
        ("A woman retiring at 65 can draw it.", "65", "age"),
        ("The age would go up for anyone now under 50.", "under 50", "age"),
        ("They never move from one year to the next.", "one year", "idiom"),
        ("Prisoners convicted of one of 153 offences will stay.", "one", "enumeration"),
        ("The big two will use most of it.", "two", "enumeration"),
        ("Two firms keep lists. One says that Kent leads, another that Essex does.", "One", "idiom"),
        ("The other two, Ann Hill and Joe Bush, stayed.", "two", "enumeration"),
        (
            "It backed two other mayors this year: Ann Lowe in Bath and Joe Hill in York.",
            "two other mayors",
            "enumeration",
        ),
        ("Two schemes in the bill are Sure Start and Kickstart.", "Two schemes", "enumeration"),
        ("It covers the 2008 and 2012 cycles.", "2012", "date"),
        ("That's what he did in ’08 and ’12.", "’12", "date"),
        ("They spent it in this last week or two.", "this last week or two", "time_span"),
        ("The law will be repealed over five years.", "over five years", "time_span"),
        ("A report, due within six weeks, will say so.", "six weeks", "time_span"),
        ("One bank, Lloyds, has cut its rate.", "One bank", "enumeration"),
        ("One study pegs the cost at £4m.", "One study", "enumeration"),
    ],
)
def test_is_not_counted(extract_sentence: Run, text: str, surface: str, reason: str) -> None:
    assert (surface, reason) in {(one.surface, one.reason) for one in extract_sentence(text).excluded}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The council sold the three ports.", "three ports"),
        ("Rent, food and fuel went up. The four shops shut.", "four shops"),
        ("It was passed following three consultations.", "three consultations"),
        ("Three men were arrested. The first was freed.", "Three men"),
        ("More than one of the clauses was cut.", "More than one of the clauses"),
        ("Half were old. Another 20% were young. A third said they were neither.", "A third"),
        ("The top 1% of earners pay a third of it.", "1%"),
        ("The price doubled as the hall filled.", "doubled"),
        ("It lists the ''400'' firms of the town.", "400"),
        ("Prices are at their highest level in two months.", "two months"),
        ("It was the smallest rise for nine years.", "nine years"),
        ("Shares fell to a two-year low.", "two-year"),
        ("The deal was reached after nine days of hard talks.", "nine days"),
        ("He had faced a maximum of 65 years after a jury convicted him.", "a maximum of 65 years"),
        ("Fares will rise by twice the rate of inflation.", "twice"),
        ("Pupils skipped at least one lesson.", "at least one lesson"),
        ("Local tax pays for one pound in every eight.", "one pound in every eight"),
    ],
)
def test_is_counted(extract_sentence: Run, text: str, surface: str) -> None:
    assert surface in {claim.surface for claim in extract_sentence(text).claims}


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("The course opened with 300 signed up.", "300", "person"),
        ("Some 40 were rescued from the roof.", "Some 40", "person"),
        ("The hospital has 12 wards. About 300 work there.", "About 300", "person"),
        ("There are 40 nurses on the ward. Six resigned last year.", "Six", "nurse"),
        ("The factory made 40 cars, and 12 were tested.", "12", "car"),
        ("The motion passed with 310 in favour and 297 against.", "297", "vote"),
        ("MPs threw out the plan, with 391 against and 242 for.", "242", "vote"),
        ("The bill passed with 310 MPs in favour and 297 against.", "297", "MP"),
        ("He wrote letters, 40 in all, to the council.", "40", "letter"),
        ("For 14 straight years, and 20 in all, she won.", "20", "year"),
        ("Clinics (there are about 40 in Wales) will shut.", "about 40", "clinic"),
        ("The party is short of the 326 seat mark.", "326 seat", "seat"),
        ("Britain has a labour force of 33 million.", "33 million", "person"),
        ("Her £4m fortune was marked down to zero.", "zero", "GBP"),
        ("The firm made 300 against 200 last year.", "200", None),
        ("Profits grew for at least five quarters.", "at least five quarters", "quarter"),
        ("Three taxes were put off.", "Three taxes", "tax"),
        ("They need delegates to pass the 1,237 mark.", "pass the 1,237", "delegate"),
        ("The heat index reached 109.", "109", "degree"),
        ("He had four years there: two to learn and two to teach.", "two", "year"),
        ("She worked 35-plus hours a week.", "35-plus hours a week", "hour"),
        ("The line has 230 wide-bodied aircraft on order.", "230 wide-bodied aircraft", "wide-bodied aircraft"),
        ("Only 11,000 of the 16,000km network is safe.", "11,000", "km"),
        ("London shares closed above the 5,000 mark.", "above the 5,000", "point"),
        ("Rail strike strands millions", "millions", "person"),
    ],
)
def test_units_that_are_left_out(extract_sentence: Run, text: str, surface: str, unit: str | None) -> None:
    found = next(claim for claim in extract_sentence(text).claims if claim.surface == surface)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "surface", "modality"),
    [
        ("MPs rejected the bill by 391 votes to 242.", "391 votes", "actual"),
        ("The council rejected 300 plans.", "300 plans", "actual"),
        ("The firm denied losing 300 jobs.", "300 jobs", "denied"),
        ("Should it be sold? No    58%.", "58%", "actual"),
        ("Yes 42%, No 58%.", "58%", "actual"),
        ("He rejected claims that it cost £3m.", "£3m", "denied"),
    ],
)
def test_what_is_denied(extract_sentence: Run, text: str, surface: str, modality: str) -> None:
    found = next(claim for claim in extract_sentence(text).claims if claim.surface == surface)
    assert found.modality == modality


@pytest.mark.parametrize(
    ("text", "surface", "per"),
    [
        ("Creditors got 18p in the pound.", "18p in the pound", "pound"),
        ("The yen slipped to 105.60 against the dollar.", "105.60", "dollar"),
        ("The age will rise by one year in every 10.", "one year in every 10", "10 year"),
    ],
)
def test_rates(extract_sentence: Run, text: str, surface: str, per: str) -> None:
    found = next(claim for claim in extract_sentence(text).claims if claim.surface == surface)
    assert found.per == per


def test_how_long_nothing_was_lower_is_no_change(extract_sentence: Run) -> None:
    found = next(claim for claim in extract_sentence("Shares fell to a two-year low of 124p.").claims)
    assert found.unit == "year"
    assert found.change is None


@pytest.mark.parametrize(
    ("text", "surface", "comparator"),
    [
        ("Copper climbed as high as £400 a tonne.", "as high as £400 a tonne", "="),
        ("The market will be short of 200,000 tonnes.", "200,000 tonnes", "="),
        ("Sales were just short of £5m.", "just short of £5m", "->"),
    ],
)
def test_what_is_reached_or_lacked(extract_sentence: Run, text: str, surface: str, comparator: str) -> None:
    found = next(claim for claim in extract_sentence(text).claims if claim.surface == surface)
    assert found.comparator == comparator


@pytest.mark.parametrize(
    ("text", "unit", "old", "new"),
    [
        ("It was revised to $59bn from an initial $60bn.", "USD", 60_000_000_000, 59_000_000_000),
        ("The fleet will grow to 95 ships from 38.", "ship", 38, 95),
        ("Debt fell from £6m to a low of £3m.", "GBP", 6_000_000, 3_000_000),
    ],
)
def test_two_levels_of_one_change(extract_sentence: Run, text: str, unit: str, old: int, new: int) -> None:
    [found] = extract_sentence(text).claims
    assert found.change is not None
    assert (found.unit, found.change.from_, found.change.to) == (unit, Decimal(old), Decimal(new))
