"""What a sentence makes of its figures: units from afar, changes, modality, and what excluded forms tell."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from claimx.model import Claim, Excluded, Extract

Run = Callable[[str], Extract]


def claim(run: Run, text: str, surface: str) -> Claim:
    return next(one for one in run(text).claims if surface in one.surface)


def excluded(run: Run, text: str) -> Excluded:
    (one,) = run(text).excluded
    return one


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("The number of jobs fell again. It stood at 300 in May.", "300", "job"),
        ("The town council cuts the party's majority to 27.", "27", "seat"),
        ("She won the town with a majority of 5,120.", "5,120", "vote"),
        ("The farmer counted his sheepdogs and found that 22 of them had fleas.", "22", "sheepdog"),
        ("She keeps a list of 512 by-elections.", "512", "election"),
        ("Both sides asked for three recounts of the 9,000 votes before Pell lost with 8,650.", "8,650", "vote"),
        ("Two US special forces trainers were sent home.", "Two", "US special forces trainer"),
        ("The play got three Olivier best actor prizes in May.", "three", "actor prize"),
        ("The ferry sank with 21 people aboard, 14 of them pupils.", "14", "pupil"),
        ("Of the 40 hurt, six of them women, 12 were flown out.", "12", "person"),
        ("Seven US and Russian astronauts woke up.", "Seven", "astronaut"),
        ("Two Labour and Tory MPs met.", "Two", "MP"),
        ("He closed dozens of Hamas and Islamic Jihad offices.", "dozens", "Jihad office"),
        ("A 3,000-strong force is on its way.", "3,000-strong", "person"),
        ("The road toll stands at 45.", "45", "death"),
        ("Of 300 canoes, just over 200 paddling across the line were clean.", "200", "canoe"),
        ("They pushed back the launch twice due to rain.", "twice", "time"),
        ("The bank cut rates six times this year.", "six times", "time"),
        ("The poll put Howard ahead, 51 per cent to 36.", "36", "%"),
        ("Police shot into the crowd, wounding one.", "one", "person"),
        ("Police arrested 12 Iraqis and two Omanis.", "two", "Omani"),
        ("The ward had 176 nurses for every 100,000 people.", "176", "nurse"),
        ("The chain has 40 shops in 12 towns, and 15 of them will close.", "15", "shop"),
        ("It has 200 depots and employs 3,000 drivers, 400 of whom live in Leeds.", "400", "driver"),
        ("Thousands in the square cheered as she spoke.", "Thousands", "person"),
        ("Millions are still without power in the valleys.", "Millions", "person"),
        ("While 56% of parents backed the head, 23 said they did not.", "23", "%"),
        ("Output fell by 56% at the mill and 23 were sacked.", "23", "person"),
        ("Ten Labour councillors and two Scottish peers walked out.", "Ten", "Labour councillor"),
        ("The sale takes the number of depots up to 300.", "300", "depot"),
        ("The Bank cut rates to zero in March.", "zero", "%"),
        ("The number of MPs will be cut from 650 to 600.", "600", "MP"),
        ("It was busy, with 2.3 million attending A&E in May.", "2.3 million", "person"),
        ("Two officers were hurt, one seriously.", "one", "officer"),
        ("Some 12,822 patients had waited more than 65 weeks, up from 12,793.", "12,793", "patient"),
        ("The list has 6.2m patients, down from 7.4m operations in May.", "7.4m", "operation"),
        ("Four shops opened and one closed.", "one", "shop"),
        ("Of the five ships, one sank.", "one", "ship"),
        ("Since June, at least 21,000 said they would run.", "21,000", "person"),
        ("Ministers spent millions of taxpayer pounds on it.", "millions", "GBP"),
        ("It hid the 30,000 Clinton's lawyers kept.", "30,000", None),
        ("Labour leads by six points, 46 to 40.", "46", "%"),
        ("Yes was ahead by 51 per cent to 49.", "49", "%"),
        ("Hale beat Lowe by 22 points (47 to 25).", "22 points", "pp"),
        ("The side won by nine points, 46 to 40.", "nine points", "point"),
        ("She founded two lobbying and consulting firms.", "two", "firm"),
        ("A 6-to-3 majority backed the plan.", "3", "vote"),
        ("Labour held the town with a majority of 4,732, down from 12,210.", "4,732", "vote"),
        ("His majority was cut from 12,000 to 300.", "300", "vote"),
        ("The bill passed by 304 votes to 267, a majority of 37.", "37", "vote"),
        ("Of the 650 MPs elected, 335 were new.", "335", "MP"),
        ("One man drowned and the other two were rescued.", "two", "man"),
        ("The survey puts the party on 12%, up four points.", "four points", "pp"),
        ("Shares closed up 0.4%, 32 points better, in Paris.", "32 points", "point"),
        ("Its debt is £980m, 2.1 times earnings.", "£980m", "GBP"),
        ("Output has seen two straight quarters of growth.", "two straight quarters", "quarter"),
        ("The firm shrank for three quarters in a row.", "three quarters", "quarter"),
        ("Three quarters of firms said yes.", "Three quarters", None),
        ("Only one jobs report was better than that.", "one", "jobs report"),
        ("The rally drew thousands to the square.", "thousands", "person"),
        ("The council leader lost the seat's last election by three points.", "three", "pp"),
        ("The shares rose 11 kroner to 318.50 in Oslo.", "318.50", "NOK"),
        ("It raised its forecast by 80,000 barrels a day to 1.4 million, or 2%.", "1.4 million", "barrel"),
        ("Cheap carriers have multiplied from a handful to more than 50.", "more than 50", "carrier"),
        ("Cheap handsets have been slow to catch on. Fewer than 17 million were sold.", "17 million", "handset"),
        ("The number of failed claims put in also dropped, by 10% to 3,115.", "3,115", "claim"),
        ("It would add 3,500 to the prison population.", "3,500", "prisoner"),
        ("It has doubled its customer base to 5.6 million.", "5.6 million", "customer"),
        ("She must satisfy a parole board of three.", "three", "person"),
        ("Ann Tolley polled 9,847 to her rival's 9,535.", "9,535", "vote"),
        ("The bill was carried by 291 votes to 246, a majority of 45.", "45", "vote"),
        ("The motion was defeated by 312 to 248, said the whips.", "312", "vote"),
        ("That gave the Tories 14 of the 22 seats.", "14", "seat"),
        ("It had 3,400 complaints, against the 1,600 of the year before.", "1,600", "complaint"),
        ("Claims fell to 9,200 in the quarter from 10,580.", "9,200", "claim"),
        ("The load factor slipped two points to 81% in May.", "two points", "pp"),
        ("Car output fell 8.7% to 127,400 in May.", "127,400", "car"),
        ("It will cut 1,000 jobs on top of the 13,000 that have gone.", "13,000", "job"),
        ("It has assets of just $9bn, and 1.2 million shareholders.", "1.2 million", "shareholder"),
        ("The fine is just below the $50 mark.", "$50", "USD"),
        ("It booked 370 orders, 98 ahead of Boeing, and built 320 jets, 15 more than planned.", "15", "jet"),
        ("Labour is on 37%, down one, with the Greens up two on 23%.", "two", "pp"),
        ("The No camp's lead was 1,912 in Exeter.", "1,912", "vote"),
        ("He got three years and seven months.", "three years and seven months", "month"),
        ("The Greens were pushed into third on 3,204.", "3,204", "vote"),
        ("Sales have fallen for five quarters.", "five quarters", "quarter"),
        ("The market sees a quarter-point rise by May.", "quarter-point", "pp"),
    ],
)
def test_units_from_afar(extract_sentence: Run, text: str, surface: str, unit: str) -> None:
    assert claim(extract_sentence, text, surface).unit == unit


@pytest.mark.parametrize(
    ("text", "value", "per"),
    [
        ("The ward had 176 nurses for every 100,000 people.", "176", "100000 person"),
        ("The town had 3.5 burglaries per 1,000 homes.", "3.5", "1000 home"),
        ("The rate was 4.3 in every 1,000 births.", "4.3", "1000 birth"),
        ("There were 12.4 crimes for every 1,000 residents.", "12.4", "1000 resident"),
    ],
)
def test_so_many_for_every_round_number_is_a_rate(extract_sentence: Run, text: str, value: str, per: str) -> None:
    (found,) = extract_sentence(text).claims
    assert (found.kind, found.value, found.per) == ("count", Decimal(value), per)


@pytest.mark.parametrize(
    ("text", "surface", "direction"),
    [
        ("The river rose two metres overnight.", "two metres", "increase"),
        ("The gap narrowed to 40 metres.", "40 metres", "decrease"),
        ("The fire brings the toll to 1,121 people.", "1,121", "increase"),
        ("The cuts bring the bill down to £40m.", "£40m", "decrease"),
        ("Fares rose, and there are a third fewer buses.", "a third", "decrease"),
        ("The force had 112 more officers than in 2019.", "112", "increase"),
        ("Violence was up 4%, to 7,015 offences.", "7,015", "increase"),
        ("The steepest rise (6.2%) was in Leeds.", "6.2%", "increase"),
        ("Some 1,187 people were on the trust's list for a new hip at the end of May, up from 902.", "902", "increase"),
        ("Burglaries fell by 26%, from 2,840 to 2,102.", "2,102", "decrease"),
        ("The bank halved its dividend to 5p.", "halved", "decrease"),
        ("Profit sank a tenth to £303m, or 27p a share.", "27p", "decrease"),
        ("Bills will rise by 2%, or £21, in May.", "£21", "increase"),
        ("Sales were flat at £12m.", "£12m", "none"),
        ("Oil put on another 3% in Oslo.", "3%", "increase"),
        ("The firm quintupled the rent to £169,758 in July.", "£169,758", "increase"),
    ],
)
def test_changes(extract_sentence: Run, text: str, surface: str, direction: str) -> None:
    change = claim(extract_sentence, text, surface).change
    assert change is not None
    assert change.direction == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Sales grew by a factor of ten.", "increase"), ("Costs fell by a factor of ten.", "decrease")],
)
def test_a_factor_multiplies(extract_sentence: Run, text: str, direction: str) -> None:
    found = claim(extract_sentence, text, "ten")
    assert (found.kind, found.value, found.unit) == ("multiple", Decimal(10), None)
    assert found.change is not None
    assert (found.change.direction, found.change.delta) == (direction, None)


def test_levels_that_count_a_subject_span_a_range(extract_sentence: Run) -> None:
    found = claim(extract_sentence, "From 12 to 20 people attend each class.", "12")
    assert (found.low, found.high, found.change) == (Decimal(12), Decimal(20), None)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The climber fell 20 metres on to snow.", "20 metres"),
        ("Tanks advanced to about 300 metres from the fort.", "300 metres"),
        ("The airliner dropped 3,000 feet in a minute.", "3,000 feet"),
        ("The dam cost £3m more than planned.", "£3m"),
        ("She raised £64,000 from 2,900 donors.", "£64,000"),
        ("She raised £64,000 from 2,900 donors.", "2,900"),
        ("Labour lost by 231 votes.", "231"),
        ("Two-thirds of the rise came from petrol.", "Two-thirds"),
        ("Of that, £9m was from tickets, with crowds up from 200 to 300.", "£9m"),
        ("The storm knocked out power to 120,000 homes.", "120,000"),
        ("The crowd fell short of 30,000.", "30,000"),
        ("The brewery made a £5m loss.", "£5m"),
        ("Police recovered $77,000 from the barn.", "$77,000"),
        ("Ten more died on Sunday.", "Ten"),
        ("Troupes put on 30 plays there.", "30"),
        ("One in five homes lost power.", "One in five"),
        ("Lime is added to only 10% of fields.", "10%"),
        ("It is a one-off $300 payment.", "$300"),
        ("Joblessness is expected to rise further to peak at 7.25%.", "7.25%"),
        ("The Greens gained 3% of the vote.", "3%"),
        ("The levy will raise £1bn in May and £1.4bn a year thereafter.", "£1.4bn"),
        ("They will pay £135 more, or £1,491 in all.", "£1,491"),
        ("Labour raised £3m to the Tories' £2m.", "£2m"),
        ("Some 40 lower-income families moved in.", "40"),
        ("The poll put Labour on 24% and the Tories on 21%.", "24%"),
        ("She holds a majority in ten states.", "ten"),
    ],
)
def test_no_changes(extract_sentence: Run, text: str, surface: str) -> None:
    assert claim(extract_sentence, text, surface).change is None


@pytest.mark.parametrize(
    ("text", "surface", "modality"),
    [
        ("The nine metre yacht is among those still to finish.", "nine metre", "actual"),
        ("The 30-seat hall is to close.", "30-seat", "actual"),
        ("A motion will be put to the 15-member council.", "15-member", "actual"),
        ("She regrets the decision to cut pay by 5%.", "5%", "proposal"),
        ("It has eight boats, which are expected to race.", "eight boats", "actual"),
        ("Eight jobs that are expected to go are in Hull.", "Eight jobs", "forecast"),
        ("The 20-storey tower will be built next year.", "20-storey", "forecast"),
        ("The planned 40-mile line will cost too much.", "40-mile", "proposal"),
        ("If convicted they face one year in jail.", "one year", "hypothetical"),
        ("She faces 30 charges.", "30 charges", "actual"),
        ("For two years I called him and begged.", "two years", "actual"),
        ("The plan was rejected by 54 per cent of voters.", "54 per cent", "actual"),
        ("The judge dismissed 12 charges.", "12 charges", "actual"),
        ("She denied losing 12 files.", "12 files", "denied"),
        ("We'd been married for 44 years.", "44", "actual"),
        ("Nobody saw more than one fox in ten.", "one fox in ten", "denied"),
        ("Manager Lee was told to cut the squad to 24.", "24", "proposal"),
        ("Give clinics a fund of at least £2 million.", "£2 million", "proposal"),
        ("For instance, suppose that a firm employs 40 cooks.", "40", "hypothetical"),
        ("Let's say the pound drops to $1.05.", "$1.05", "hypothetical"),
        ("Say goodbye to 40 cooks, the minister joked.", "40", "actual"),
        ("The court heard her appeal for £2m of aid.", "£2m", "proposal"),
        ("The port is intent on borrowing £2m.", "£2m", "proposal"),
        ("Her lead is 400 pledged delegates.", "400", "actual"),
        ("The deal would last four years.", "four years", "forecast"),
        ("The shop, which sells a £157 dress, offers no leave.", "£157", "actual"),
        ('"Do you want the port to lose 300 jobs?" he asked.', "300", "question"),
        ("Sales missed analysts' expectations, falling 3%.", "3%", "actual"),
        ("The firm missed expectations of £3m.", "£3m", "forecast"),
        ("Its plan calls for rates that rise to 28%.", "28%", "proposal"),
        ("Bills are to rise by 3%.", "3%", "proposal"),
        ("It raised its forecast for growth by 80,000 barrels a day.", "80,000", "forecast"),
        ("Analysts cut their forecast from £92m to £85m.", "£85m", "forecast"),
        ("The deal, reached after two days of talks, could save jobs.", "two days", "actual"),
        ("She said sales should recover and that rents had stayed below 3%.", "3%", "actual"),
        ("He should ask the 900 people who now have one.", "900", "actual"),
        ("The loss was forecast by all 45 analysts.", "45", "actual"),
        ("Halden is to axe 420 jobs.", "420", "proposal"),
        ("Halden is to shut a yard with the loss of 300 jobs.", "300", "proposal"),
        ("Halden is to sell the 300 jets.", "300", "actual"),
        ("An effort to hire cooks in all of the county's 99 towns began.", "99", "actual"),
    ],
)
def test_modality(extract_sentence: Run, text: str, surface: str, modality: str) -> None:
    assert claim(extract_sentence, text, surface).modality == modality


@pytest.mark.parametrize(
    ("text", "surface", "comparator"),
    [
        ("The purchase brings its stake up to 30%.", "30%", "="),
        ("That took her tally up to 12 goals.", "12", "="),
        ("The journey takes commuters up to three hours.", "three hours", "<="),
        ("The firm will bring in up to 300 cooks.", "300", "<="),
    ],
)
def test_what_is_moved_up_to_a_level_is_at_it(extract_sentence: Run, text: str, surface: str, comparator: str) -> None:
    assert claim(extract_sentence, text, surface).comparator == comparator


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("The president, 81, walked home.", 81, None, None),
        ("Women aged 50 to 70 are invited.", None, 50, 70),
        ("Flu jabs are offered to people over 65.", 65, None, None),
    ],
)
def test_an_excluded_age_is_normalised(
    extract_sentence: Run, text: str, value: int | None, low: int | None, high: int | None
) -> None:
    one = excluded(extract_sentence, text)
    assert (one.reason, one.unit) == ("age", "year of age")
    expected = tuple(None if figure is None else Decimal(figure) for figure in (value, low, high))
    assert (one.value, one.low, one.high) == expected


def test_an_excluded_result_is_normalised(extract_sentence: Run) -> None:
    one = excluded(extract_sentence, "Arsenal beat Chelsea 3-1 on Saturday.")
    assert (one.reason, one.low, one.high) == ("score", Decimal(1), Decimal(3))


def test_waiting_over_years_is_measured(extract_sentence: Run) -> None:
    assert claim(extract_sentence, "People have waited over two years for treatment.", "two years").comparator == ">"


@pytest.mark.parametrize(
    ("text", "surface", "reason"),
    [
        ("The radio quoted one witness as saying so.", "one witness", "enumeration"),
        ("One advert shows a butcher.", "One advert", "enumeration"),
        ("It has three blocks: a ward, a wing and a lab.", "three blocks", "enumeration"),
        ("The 8088 chip was slow.", "8088", "name"),
        ("She was on 12-under 276 there.", "12-under 276", "score"),
        ("He lives on the third-floor landing.", "third-floor", "ordinal"),
        ("The letters came in threes.", "threes", "idiom"),
        ("They sell it to buyers over 21 there.", "over 21", "age"),
        ("One caller asked whether the bank was open.", "One caller", "enumeration"),
        ("The Ariane 5 rocket took off.", "The Ariane 5", "name"),
        ("The trains leave at 10.15, 10.45 and 11.15 on weekdays.", "10.15, 10.45 and 11.15", "date"),
        ("The financial year 2019-20 was bad.", "financial year 2019-20", "date"),
        ("He earns a six-figure sum.", "six-figure", "idiom"),
        ("A 1-in-100-year flood hit the town.", "1-in-100-year", "idiom"),
        ("She missed from three-point range.", "three-point", "name"),
    ],
)
def test_excluded_forms(extract_sentence: Run, text: str, surface: str, reason: str) -> None:
    one = excluded(extract_sentence, text)
    assert (one.surface, one.reason) == (surface, reason)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Pupils get the 15 hours entitlement.", "15 hours"),
        ("One person dies every day.", "One person"),
        ("He had a one-hour window to go home.", "one-hour"),
        ("A five-year-old accounting mistake came to light.", "five-year-old"),
        ("One man was shot dead.", "One man"),
        ("One nurse cared for 40 patients.", "One nurse"),
        ("The 12-month ban starts in May.", "12-month"),
        ("Leeds finished sixth, and lost the final.", "sixth"),
    ],
)
def test_claims_beside_excluded_forms(extract_sentence: Run, text: str, surface: str) -> None:
    assert claim(extract_sentence, text, surface)


def test_a_country_s_genitive_tells_its_money(extract_sentence: Run) -> None:
    assert claim(extract_sentence, "Norway's fund gained two million kroner.", "two million").unit == "NOK"
