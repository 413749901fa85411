"""Claim or excluded, and why."""

import itertools
from collections.abc import Callable

import pytest

from claimx.model import Extract

Run = Callable[[str], Extract]


@pytest.mark.parametrize(
    ("text", "surface", "reason"),
    [
        ("The review began nearly two years ago.", "nearly two years ago", "time_span"),
        ("Six weeks later the shop shut.", "Six weeks later", "time_span"),
        ("Prices doubled over the past 18 months.", "past 18 months", "time_span"),
        ("Money for the next three years is tight.", "next three years", "time_span"),
        ("She resigned four days before the vote.", "four days", "time_span"),
        ("The town flooded twice in 20 years.", "20 years", "time_span"),
        ("The minister spoke after three hours in the rain.", "three hours", "time_span"),
        ("Gannet Two is out of the race.", "Gannet Two", "name"),
        ("The poll is four months away.", "four months", "time_span"),
        ("It was a double tragedy for the town.", "double", "idiom"),
        ("A triple bombing shocked Leeds.", "triple", "idiom"),
        ("They won the mixed doubles.", "doubles", "idiom"),
        ("He won a double at Ascot.", "double", "idiom"),
        ("I give a 100 per cent every time.", "100 per cent", "idiom"),
        ("It is one step closer to law.", "one step closer", "idiom"),
        ("The world number one is out.", "number one", "ordinal"),
        ("She is the number four seed.", "number four", "ordinal"),
        ("He took his second Davis Cup win.", "second Davis Cup win", "ordinal"),
        ("He will bowl in the second Test.", "second Test", "ordinal"),
        ("It was Chile's third World Cup.", "third World Cup", "ordinal"),
        ("Swiss pair Ann Hale and Bob Reed won.", "pair", "enumeration"),
        ("We had one last chance to win.", "one last chance", "idiom"),
        ("In the last 25 metres she tired.", "last 25 metres", "enumeration"),
        ("Gale and Orr fled; police want the pair.", "pair", "enumeration"),
        ("The council will invest £4m in parks over five years.", "over five years", "time_span"),
        ("Profits fell in the six months to June.", "six months", "time_span"),
        ("He left school when he was 15.", "when he was 15", "age"),
        ("She will be 60 in May.", "60", "age"),
        ("They leave care by the time they turn 18.", "by the time they turn 18", "age"),
        ("It is one of the best schools in Wales.", "one of", "enumeration"),
        ("The strategy promises two things.", "two things", "enumeration"),
        ("There are three reasons for hope.", "three reasons", "enumeration"),
        ("The two leaders shook hands.", "two leaders", "enumeration"),
        ("These three towns were flooded.", "three towns", "enumeration"),
        ("A ballot will choose between the final two candidates.", "final two candidates", "enumeration"),
        ("Four nations met in Oslo. All four nations agreed.", "four nations", "enumeration"),
        ("Fog shut all three ports -- Leith, Hull and Dover.", "three ports", "enumeration"),
        ("Its five largest customers left.", "five largest customers", "enumeration"),
        ("One idea is to tax land.", "One idea", "enumeration"),
        ("Mali is one of 12 states that agreed.", "one", "enumeration"),
        ("It opens in time for the 2022 football season.", "2022", "date"),
        ("The gale split the ship in two.", "two", "idiom"),
        ("The line will not open until at least 2031.", "at least 2031", "date"),
        ("That's one answer.", "one answer", "enumeration"),
        ("One survey found that most had left.", "One survey", "enumeration"),
        ("The dance came back in the nineteen-eighties.", "nineteen-eighties", "date"),
        ("The bill had its second reading.", "second reading", "ordinal"),
        ("He is serving a third term.", "third term", "ordinal"),
        ("It was the 12th such attack.", "12th such attack", "ordinal"),
        ("The 1997 landslide was bigger.", "1997", "date"),
        ("Its 2003 accounts are missing.", "2003", "date"),
        ("He spoke at the Proms on Radio Three.", "Radio Three", "name"),
        ("They filmed Apollo 13 in Texas.", "Apollo 13", "name"),
        ("You cannot count the same money twice.", "twice", "idiom"),
        ("The shop was founded by two brothers, Amos and William Hill.", "two brothers", "enumeration"),
        ("Two men have died and a third is missing.", "a third", "ordinal"),
        ("That's one solution.", "one solution", "enumeration"),
        ("They are 7-2 with bet365.", "7-2", "score"),
        ("The yield on the 10-year OAT fell.", "10-year", "name"),
        ("Over the remaining three years it will shrink.", "remaining three years", "time_span"),
        ("In two other cases, the fund paid for meals.", "two", "enumeration"),
        ("Dances changed in the nineteen-forties.", "nineteen-forties", "date"),
        ("He left school at 15.", "15", "age"),
        ("In his first 18 months he wrote nothing.", "18 months", "time_span"),
        ("Year 11 pupils sat the test.", "Year 11", "name"),
        ("The flat at 22 Avenue Foch was sold.", "22 Avenue Foch", "name"),
        ("Clinics ran short of Covid -19 swabs.", "Covid -19", "name"),
        ("Children as young as nine were searched.", "nine", "age"),
        ("Emissions are 54% below 1990 levels.", "1990", "date"),
        ("The yield on the 10-year gilt rose.", "10-year", "name"),
        ("Not one brick has been laid.", "one brick", "idiom"),
        ("The team is 7-2 with bookmakers to go up.", "7-2", "score"),
        ("Of all the plans this one is the worst.", "one", "idiom"),
        ("Sales rose in the latest fiscal quarter.", "quarter", "date"),
        ("Ferries stop from August 11 to 15.", "August 11 to 15", "date"),
        ("They were all in their 20's.", "20's", "age"),
        ("We have been told for 30 years that it is safe.", "30 years", "time_span"),
        ("Over the course of three months he sold £4m of fakes.", "three months", "time_span"),
        ("They stole £1m over a five year period.", "five year", "time_span"),
        ("The group opened its 335th Twitter account.", "335th Twitter account", "ordinal"),
        ("She beat all the Republican 2016 hopefuls.", "2016", "date"),
        ("It shrank in the first three quarters of 2023.", "three quarters", "time_span"),
        ("He grew bored around 2002, when the club shut.", "2002", "date"),
        ("The past two winners lost.", "past two winners", "enumeration"),
        ("A man, 34, and two women were held.", "34", "age"),
        ("With five days to go, she slept.", "five days", "time_span"),
    ],
)
def test_excludes(extract_sentence: Run, text: str, surface: str, reason: str) -> None:
    excluded = [(one.surface, one.reason) for one in extract_sentence(text).excluded]
    assert (surface, reason) in excluded


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Patients face waits of 18 weeks.", "18 weeks"),
        ("He was given a five-year jail term.", "five-year"),
        ("Nurses work for 36 hours a week.", "36 hours a week"),
        ("There has been mining here for 200 years.", "200 years"),
        ("The storm killed two children.", "two children"),
        ("One nurse cared for 30 patients.", "One nurse"),
        ("Thousands of children went hungry.", "Thousands of children"),
        ("The four hospitals built in Kent are full.", "four hospitals"),
        ("The firm employs 1997 people.", "1997 people"),
        ("In Leeds, 300 were arrested.", "300"),
        ("The firm will close one shop in six.", "one shop in six"),
        ("The league ranks us; we are 16th in it for income.", "16th"),
        ("He turned down a peerage twice.", "twice"),
        ("She had to be rescued twice in a week.", "twice"),
        ("The crew secured all four masts.", "four masts"),
        ("One old sailor had to go to hospital.", "One old sailor"),
        ("Mali is among the ten poorest states.", "ten poorest states"),
        ("She ran 100 races in 100 days.", "100 days"),
        ("One man was hurt and the other two were unharmed.", "two"),
        ("Patients are seen within four hours.", "four hours"),
        ("The Senate voted by 51 votes to 49.", "51 votes"),
        ("Emissions are 54% below 1990 levels.", "54%"),
        ("Peers rejected it by 310 votes to 297.", "310 votes"),
        ("The Senate voted 51-48 to pass the bill.", "51"),
        ("The Senate voted 51-48 to pass the bill.", "48"),
        ("It recorded the 15th and 20th highest crowds.", "15th"),
        ("The band ranked 13th among performers.", "13th"),
        ("At Fiat 600 workers were laid off.", "600 workers"),
        ("At the BBC 300 staff will leave.", "300 staff"),
        ("In Division 40 officers were hurt.", "40 officers"),
        ("They sat in protest for three days.", "three days"),
        ("He was jailed for another two years.", "two years"),
        ("Patients are treated in under 18 weeks.", "under 18 weeks"),
        ("Trains run every 15 minutes.", "15 minutes"),
        ("The index fell once it reached 80.", "80"),
        ("The deal came after nine days of hard talks.", "nine days"),
        ("The town is two hours away by road.", "two hours"),
        ("The 60 Kuwaitis went home.", "60 Kuwaitis"),
        ("They asked for double pay.", "double"),
        ("The jet had flown 2,887 hours since its last overhaul.", "2,887 hours"),
        ("Sales were double last year's.", "double"),
        ("The price doubles in May.", "doubles"),
        ("Police shot eight men, killing one.", "one"),
        ("They gave 100 per cent of it away.", "100 per cent"),
        ("Around 2000 people came.", "Around 2000 people"),
        ("They are the second- and third-largest parties.", "second"),
    ],
)
def test_claims(extract_sentence: Run, text: str, surface: str) -> None:
    assert surface in [claim.surface for claim in extract_sentence(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "He read Nineteen Eighty-Four and One Hundred Years in his first 18 months at Unit 731.",
        "On 3 May 2019 some 12 of 40 firms, 30%, paid £4.5m (€5m) within 18 days; see note 7.",
        "£1m £2m 3-4 5/6 7:8 9.10.11 12,13 1,2,3 x4 5y 6-z ½ 7²",
        "2024: 1. One 2. Two (3) three 4) four #5 5th V6 A1 B-52 §7 №8 9°",
        "one two three dozen half a million twice once first 2nd third quarters",
        "٣٤ and ４５ and 5️⃣ and Ⅷ and 12٣",
        "0 00 000 1e5 .5 5. -5 +5 ±5 5% %5 $5 5$ 5c 5p 5k 5m 5bn 5°C 5'10\" 5ft5in",
    ],
)
def test_every_digit_is_in_exactly_one_mention(extract_sentence: Run, text: str) -> None:
    extract = extract_sentence(text)
    claimed = [(claim.start, claim.end) for claim in extract.claims]
    spans = sorted(claimed + [(one.start, one.end) for one in extract.excluded])
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    held = {at for start, end in spans for at in range(start, end)}
    assert [at for at, char in enumerate(text) if char.isdecimal() and at not in held] == []


def test_an_excluded_age_is_normalised(extract_sentence: Run) -> None:
    age = next(one for one in extract_sentence("She will be 60 in May.").excluded if one.reason == "age")
    assert age.kind == "duration"
    assert age.value == 60
    assert age.unit == "year of age"
