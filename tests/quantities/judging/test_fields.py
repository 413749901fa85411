"""The fields of claims that the sentence decides: unit, rate, change, period, subject, modality."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from claimx.model import Change, Claim, Direction, Extract

Run = Callable[[str], Extract]


def claim(run: Run, text: str, surface: str) -> Claim:
    claims = run(text).claims
    return next(one for one in claims if surface in one.surface)


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("Pilots will run in 12 local authorities.", "12", "local authority"),
        ("The fire killed 40 people.", "40", "person"),
        ("Some 300 men and women enlisted.", "300", "man"),
        ("They work with 40,000 children and young people.", "40,000", "child"),
        ("The department lost 900 civil servants.", "900", "civil servant"),
        ("Thousands of single parents went unpaid.", "Thousands", "single parent"),
        ("It performed 700 heart transplants.", "700", "heart transplant"),
        ("Some 163 MPs voted.", "163", "MP"),
        ("The survey asked 2,000 GPs.", "2,000", "GP"),
        ("It helps 40,000 care experienced children.", "40,000", "child"),
        ("The crash left a death toll of 300.", "300", "death"),
        ("It won a majority of 60.", "60", "seat"),
        ("The number of jobs rose to 4,464.", "4,464", "job"),
        ("Some 700 people came, with 150 on horseback.", "150", "person"),
        ("The party won 163 seats, two fewer than before.", "two", "seat"),
        ("Of the schools, 40 of the 90 primaries closed.", "40", "primary"),
        ("They stay 51 days, compared with 33 last year.", "33", "day"),
        ("It took five years and cost £28m. It took nine and cost £74m.", "nine", "year"),
        ("Staff want 11%. The firm has offered six.", "six", "%"),
        ("The union represents 2,300 of the company's 4,100 workers.", "2,300", "worker"),
        ("Two die as trawler sinks.", "Two", "person"),
        ("Debt stood at 1.3 times annual earnings.", "1.3 times", None),
        ("It has three five-bedroom houses.", "five", "bedroom"),
        ("The department set 17 targets.", "17", "target"),
        ("The storm left 31 dead in Kent.", "31", "person"),
        ("A mother of three won the race.", "three", "child"),
        ("The bill passed by a 216-214 vote.", "216", "vote"),
        ("The index fell 151 points, or 0.4%, to 38,702.", "38,702", "point"),
        ("Life expectancy for miners was about 61.", "61", "year"),
        ("The share index closed at 10,600.", "10,600", "point"),
        ("The vat holds five US gallons.", "five US gallons", "gallon"),
        ("A gill is 1/4 of an imperial pint.", "1/4", "pint"),
        ("The barn sold to 30 US firms.", "30", "US firm"),
        ("He hit 32% from five-metre range.", "five", "metre"),
        ("She won three of her last four games.", "three", "game"),
        ("The firm has 50 staff in its 3,000-square-foot office.", "3,000", "square foot"),
        ("The club has 60 riders in its 12-strong league.", "12", None),
        ("Crews fill 320 holes a week, against 180 then.", "180", "hole"),
        ("He had 26 previous convictions.", "26", "previous conviction"),
        ("Ministers named 11 new 'growth hubs' in May.", "11", "growth hub"),
        ("Kent saw a 12% rise in thefts, up from 1,200 to 1,344.", "1,344", "theft"),
        ("Kent saw a 9% fall in the number of patients, from 300 to 273.", "273", "patient"),
        ("Kent saw a 9% rise in spending, from 300 to 327.", "327", None),
        ("The mill cut 640 full-time non-office jobs.", "640", "full-time non-office job"),
        ("It trained 35 long-term unemployed men.", "35", "long-term unemployed man"),
        ("The airline grounded two Boeing 737 jets.", "two", "Boeing 737 jet"),
        ("Some 12 non-executive directors left.", "12", "non-executive director"),
        ("Jobless claims dropped by 29,000 to 269,000.", "29,000", "claim"),
        ("It recorded 61 offences. Burglaries fell from 28 to 21.", "from 28 to 21", "burglary"),
        ("Figures showed a 32,000 decline in residents.", "32,000", "resident"),
        ("Visitor numbers fell to 300,000.", "300,000", "visitor"),
        ("Ticket sales reached 2.1 million.", "2.1 million", "sale"),
        ("The blast killed 12 and injured 45.", "45", "person"),
        ("The yacht has a crew of six.", "six", "person"),
        ("The firm has 12 sites, two of them in Wales.", "two", "site"),
        ("The firm has 12 sites, of which two are in Wales.", "two", "site"),
        ("She ordered another pint or two.", "two", "pint"),
        ("Labour won 42 seats, the Lib Dems 12 and the Greens four.", "12", "seat"),
        ("The DAX rose by 2 percent but the Nasdaq fell by 1.", "1", "%"),
        ("Some 24 civilians were killed and 15 injured.", "15", "civilian"),
        ("They let two, three and four bedroom flats.", "two", "bedroom"),
        ("They let two, three and four bedroom flats.", "four", "bedroom"),
        ("The blasts killed 12, 14 and 20 people.", "14", "person"),
        ("It had six weather-related closures.", "six", "closure"),
        ("A survey of 1709 schoolchildren was held.", "1709", "schoolchild"),
        ("The index gained 82 pts on Monday.", "82", "point"),
        ("A 60,000-seater ground opened.", "60,000", "seat"),
        ("He found two 50p coins.", "two", "coin"),
        ("He carried three 50 kg bags.", "three", "bag"),
        ("MPs voted 312 to 288 against it.", "312", "vote"),
        ("MPs voted by 312 votes to 288.", "288", "vote"),
        ("It passed by a 10-to-1 vote.", "10", "vote"),
        ("The rupee closed at 74.2 to the dollar.", "74.2", "INR"),
        ("A magnitude 6.5 quake struck.", "6.5", "magnitude"),
        ("Temperatures will reach 30 there.", "30", "degree"),
        ("Average visits were 0.73 in May.", "0.73", "visit"),
        ("Thousands flee the town.", "Thousands", "person"),
        ("Two dozen whales were refloated, but at least eight others died.", "eight", "whale"),
        ("Thousands more homes lost power.", "Thousands", "home"),
        ("Over 1,000 attend rally", "1,000", "person"),
        ("Crews saved 14 carriages, leaving about 150 more injured.", "150", "person"),
        ("At least 12 others were hurt.", "12", "person"),
        ("They mourned 14 Australians and seven others.", "seven", "person"),
        ("About 23,000 die.", "23,000", "person"),
        ("He got two consecutive 10-year sentences.", "two", "sentence"),
        ("Some 300 were reported killed there.", "300", "person"),
        ("It is the largest since a 9.2 quake struck.", "9.2", "magnitude"),
        ("Shocks in the magnitude-7 range were felt.", "7", "magnitude"),
        ("The yard has 30 new and used vans.", "30", "van"),
        ("The region has 40 road and rail tunnels.", "40", "tunnel"),
        ("The grant helps 300 small, medium-sized and large local firms.", "300", "local firm"),
        ("The school took 12 male and 8 female tutors.", "12", "male tutor"),
        ("It has 20 full-time and 30 part-time guards.", "20", "full-time guard"),
        ("Some 300 local and 40 foreign banks bid.", "300", "local bank"),
        ("He found gold, with 12 strong and four weak hands.", "four", "weak hand"),
        ("It drew on 20 previous years.", "20", "year"),
        ("Brewers rose 8% to 3.65.", "3.65", None),
        ("It fell by 3% in May and by 5 in June.", "5", "%"),
        ("It sank to -4.5C in May and 8 in June.", "8", "degree Celsius"),
        ("She scored twice as Leeds won.", "twice", "time"),
        ("The bank cut its base rate to 4.5.", "4.5", "%"),
        ("They will retire 32 more gigawatts.", "32 more gigawatts", "GW"),
        ("They bought 132 state-owned acres of woodland.", "132 state-owned acres", "acre"),
        ("It owes 12 more pounds.", "12 more pounds", "GBP"),
        ("He had to be taken there twice.", "twice", "time"),
        ("He earns twice his old wage.", "twice", None),
        ("Only one of the three sheds burned.", "one", "shed"),
        ("The lounge contains two heating elements.", "two", "heating element"),
        ("Some 68 patients took it (p = 0.006).", "0.006", None),
        ("Kent will close 32 more gigawatts of plant.", "32 more gigawatts", "GW"),
        ("Kent bought 132 marshy acres of land.", "132 marshy acres", "acre"),
        ("The house has three left feet.", "three left feet", "left foot"),
        ("The clerk paid 500 more euros.", "500 more euros", "EUR"),
        ("The clerk stole millions. Kent paid £40 for locks.", "millions", "GBP"),
        ("The van cost ten grand, and the tyres £300.", "ten grand", "GBP"),
        ("The shop sold two grand pianos.", "two grand pianos", "grand piano"),
        ("The bank kept interest rates near zero.", "zero", "%"),
        ("Kent won eight of the league's 12 longest races.", "eight", "race"),
        ("Kent won three of London's 12 seats.", "three", "seat"),
        ("Some 50 people live there per square kilometre.", "50", "person"),
        ("They counted 24703 L-202 in all.", "24703", None),
        ("Ships should stay 25, 40 or 60 or more miles at sea.", "60 or more miles", "mile"),
        ("A 200-pound male was seen.", "200-pound", "pound"),
        ("The port took 40 000 euros.", "40 000 euros", "EUR"),
        ("It was a 200-pound fine.", "200-pound", "GBP"),
        ("The shares closed at 15.94P.", "15.94P", "GBP"),
        ("1500 Welsh parents were asked.", "1500", "Welsh parent"),
        ("The Alice Springs bill reached $2m, and Darwin's $3m.", "$2m", "AUD"),
    ],
)
def test_unit(extract_sentence: Run, text: str, surface: str, unit: str | None) -> None:
    assert claim(extract_sentence, text, surface).unit == unit


@pytest.mark.parametrize(
    ("text", "surface", "per"),
    [
        ("Clinics see thousands of families each day.", "thousands", "day"),
        ("Every year 300 walkers need help.", "300", "year"),
        ("A £2m gap needs filling each year.", "£2m", "year"),
        ("Recruits get five hours of drill a week.", "five hours", "week"),
        ("Recruits got five hours of drill.", "five hours", None),
        ("The station served 300 meals.", "300", None),
        ("There were 1.3 claims for every mile of road.", "1.3", "mile"),
        ("The rate is $1.31 to the pound.", "$1.31", "pound"),
        ("It earned $2.49 per diluted share.", "$2.49", "share"),
        ("The guard averaged 18.3 points a game.", "18.3", "game"),
        ("All six heirs will pay 400 francs each.", "400", "person"),
        ("Tickets cost £5 each.", "£5", None),
        ("It expects annual savings of £5m.", "£5m", "year"),
        ("The vet sees 40 dogs on a typical day.", "40", "day"),
        ("The guard averaged 18 points, six saves and two fouls a game.", "six", "game"),
        ("The baht closed at 35.2 per US dollar.", "35.2", "dollar"),
        ("Tin trades at $10 per tonne, compared with $45 for copper.", "$45", "tonne"),
        ("He earns £500 a week, compared with a £3,000 bonus.", "£3,000", None),
        ("Average hourly pay rose to $35.62.", "$35.62", "hour"),
        ("A season ticket costs £389.", "£389", None),
        ("The ferry costs 9m euros ($10m) a year to run.", "9m euros", "year"),
        ("The ferry costs 9m euros ($10m) a year to run.", "$10m", "year"),
        ("The ferry made 9m euros ($10m), against 8m euros a year earlier.", "9m euros", None),
        ("The ferry made 9m euros ($10m) a year ago.", "$10m", None),
        ("The van gets 28 mpg in town and 34 on the open road.", "34", "gallon"),
        ("He trains three hours a day, compared with five.", "five", "day"),
        ("The zoo, which has a budget of £9m, said it would keep its weekly tours.", "£9m", None),
        ("Turnover was £9m but showed a year-over-year fall.", "£9m", None),
        ("In its quarterly review, the firm said the strike had cost £9m.", "£9m", None),
        ("The two brothers each donated £500.", "£500", "person"),
        ("They took 12 samples per species.", "12 samples", "species"),
        ("They took 12 samples per 100 species.", "12 samples", "100 species"),
        ("The ward saw 26 deaths per 1e5 people.", "26 deaths", "100000 person"),
        ("The two brothers were each fined £500.", "£500", None),
        ("The mayor meets a hundred people in any given day.", "a hundred people", "day"),
        ("The fen has 50 people per square kilometre.", "50 people", "square kilometre"),
        ("Staff get a £500 annual bonus.", "£500", "year"),
        ("The move will save an annual £1.3m.", "£1.3m", "year"),
        ("The garden had 40,000 annual visitors.", "40,000", "year"),
        ("The club printed 12 annual reports.", "12", None),
    ],
)
def test_per(extract_sentence: Run, text: str, surface: str, per: str | None) -> None:
    assert claim(extract_sentence, text, surface).per == per


@pytest.mark.parametrize(
    ("text", "surface", "direction", "part", "value"),
    [
        ("Spending has fallen by 48%.", "48%", "decrease", "delta", 48),
        ("Rents rose 7% in Leeds.", "7%", "increase", "delta", 7),
        ("Shares fell to 205 pence.", "205", "decrease", "to", None),
        ("Staff won a 3% increase.", "3%", "increase", "delta", 3),
        ("A rise of 4% was agreed.", "4%", "increase", "delta", 4),
        ("Sales were up 5% in June.", "5%", "increase", "delta", 5),
        ("Earnings were 15% lower in May.", "15%", "decrease", "delta", 15),
        ("Unemployment fell 7,000 in May.", "7,000", "decrease", "delta", 7000),
        ("Shares closed 11p lower at 318p.", "318p", "decrease", "to", None),
        ("Numbers have gone down by 19%.", "19%", "decrease", "delta", 19),
        ("Firms with trees are 22% less likely to flood.", "22%", "decrease", "delta", 22),
        ("Visits are still 15% below the peak.", "15%", "decrease", "delta", 15),
        ("Turnout could climb to 70%.", "70%", "increase", "to", 70),
        ("Pay will rise to 85% by May and 100% by June.", "100%", "increase", "to", 100),
        ("Shares in brewers were down 2%, distillers by 3% and vintners were up 1%.", "3%", "decrease", "delta", 3),
        ("Rents rose 7%, wages 3%.", "3%", "increase", "delta", 3),
        ("Profit rose 4% to £5m, sales to £20m.", "£20m", "increase", "to", 20000000),
        ("The bakery added 15 cents to $2.70.", "15 cents", "increase", "delta", None),
        ("The coin traded at $9,150, off 2% from Friday.", "2%", "decrease", "delta", 2),
        ("Its estimate was revised upward by £40m.", "£40m", "increase", "delta", 40000000),
        ("The pill was found to reduce the risk of dying of gout by 33%.", "33%", "decrease", "delta", 33),
        ("The mill saw growth of -2% in May.", "-2%", "decrease", "delta", 2),
        ("Copper dropped over $1 on Friday to $84.20.", "over $1", "decrease", "delta", 1),
        ("Copper fell below $80 on Friday.", "below $80", "decrease", "to", 80),
        ("Copper lost 40 cents to settle at $84.", "40 cents", "decrease", "delta", None),
        ("The Nikkei gained 51 points, or 0.2%, finishing at 38,613.", "51", "increase", "delta", 51),
        ("The Nikkei gained 51 points, or 0.2%, finishing at 38,613.", "38,613", "increase", "to", 38613),
        ("The Nikkei ended 80 points, or 0.9%, higher.", "80", "increase", "delta", 80),
        ("The Nikkei ended 80 points, or 0.9%, higher.", "0.9%", "increase", "delta", None),
        ("The Nikkei rose by 289 points, or 0.6%.", "0.6%", "increase", "delta", None),
        ("Brewers put on 3% in Paris.", "3%", "increase", "delta", 3),
        ("Brewers took a 3% loss in Paris.", "3%", "decrease", "delta", 3),
        ("Use has fallen by nine per cent from 28 per cent then.", "nine", "decrease", "delta", 9),
        ("Use has fallen by nine per cent from 28 per cent then.", "28", "decrease", "from", 28),
        ("The trade is growing at a rate of nearly 3% a year.", "3%", "increase", "delta", 3),
        ("They foretold a rise in sea levels of 50 metres.", "50", "increase", "delta", 50),
        ("They raised the fee £5.", "£5", "increase", "delta", 5),
        ("House prices up 3% in May", "3%", "increase", "delta", 3),
        ("Some 9,500 fewer jobs were advertised.", "9,500", "decrease", "delta", 9500),
        ("Waves surged as high as 16 feet.", "16 feet", "increase", "to", 16),
        ("They suggest closing two pools and a six per cent cut in road repairs.", "six", "decrease", "delta", 6),
        ("It plans to cut the number of clerks it employs by 475.", "475", "decrease", "delta", 475),
        ("Figures showed a 32,000 decline in residents.", "32,000", "decrease", "delta", 32000),
        ("This was up from 4.8 per cent last month.", "4.8", "increase", "from", Decimal("4.8")),
        ("Orders rose in the quarter to June, by 38,000 to 249,000.", "249,000", "increase", "to", 249000),
        ("Output shrank for a fourth month running, by 2%.", "2%", "decrease", "delta", 2),
        ("The index closed up 23 points at 7,501.", "7,501", "increase", "to", 7501),
        ("Food sales were down 6% and drink by 5%.", "5%", "decrease", "delta", 5),
        ("Profit plunges 40% as costs bite", "40%", "decrease", "delta", 40),
        ("Shell profits surge to record $40bn", "$40bn", "increase", "to", 40000000000),
        ("Oil sank below $80 a barrel.", "$80", "decrease", "to", 80),
        ("Shares sank to an all-time low of 3p.", "3p", "decrease", "to", Decimal("0.03")),
        ("The DAX rose by 2 percent but Nasdaq decrease by 1.", "1", "decrease", "delta", 1),
        ("Home sales fell to an annual rate of 5.4 million units.", "5.4 million", "decrease", "to", 5400000),
        ("The stock jumped before closing up 9% at $212.", "9%", "increase", "delta", 9),
        ("The Nasdaq is trending up 2% today.", "2%", "increase", "delta", 2),
        ("Bids are down by 4,000 - or 5% - on last year.", "5%", "decrease", "delta", 5),
        ("Costs were pared back to £3m.", "£3m", "decrease", "to", 3000000),
        ("Copper rose under 4% and tin lost 2%.", "under 4%", "increase", "delta", 4),
        ("Output grew below 2% last year.", "below 2%", "increase", "delta", 2),
        ("Copper fell under $4 on Friday.", "under $4", "decrease", "to", 4),
        ("The guild raised its £50 fee to £60.", "£60", "increase", "to", 60),
        ("The index shed a hefty 40 points.", "40 points", "decrease", "delta", 40),
        ("The index shed a 40-point gain.", "40-point", "increase", "delta", 40),
        ("The Dow gave up 40 points.", "40 points", "decrease", "delta", 40),
        ("Profit fell to £310m, or 62p a share, from £401m.", "£401m", "decrease", "from", 401000000),
        ("Council budgets up 3%", "3%", "increase", "delta", 3),
        ("30% higher risk of stroke for smokers, study finds", "30%", "increase", "delta", 30),
    ],
)
def test_change(
    extract_sentence: Run, text: str, surface: str, direction: Direction, part: str, value: int | Decimal | None
) -> None:
    change = claim(extract_sentence, text, surface).change
    assert isinstance(change, Change)
    assert change.direction == direction
    stated = {"delta": change.delta, "from": change.from_, "to": change.to}
    assert [name for name, figure in stated.items() if figure is not None] == [part]
    assert value is None or stated[part] == Decimal(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Homes from £90,000 to £1m stay empty for months.", 90000, 1000000),
        ("Fines from £50 to £700 were handed out.", 50, 700),
        ("Sizes from 5kg to 10kg are sold.", 5, 10),
    ],
)
def test_several_things_spread_over_a_range(extract_sentence: Run, text: str, low: int, high: int) -> None:
    [spread] = [one for one in extract_sentence(text).claims if one.low is not None]
    assert (spread.low, spread.high) == (Decimal(low), Decimal(high))
    assert spread.change is None


@pytest.mark.parametrize(
    "text",
    [
        "Ministers raised fines from £50 to £70.",
        "They put fares from £50 to £70.",
        "An increase in fares from £50 to £70 is planned.",
        "Fares, from £50 to £70, were the talk of the town.",
        "The fee went from £50 to £70.",
    ],
)
def test_a_change_is_no_spread(extract_sentence: Run, text: str) -> None:
    [changed] = extract_sentence(text).claims
    assert changed.change == Change(direction="increase", from_=Decimal(50), to=Decimal(70))


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Burglaries make up 48% of crimes.", "48%"),
        ("The club made a loss of £27m.", "£27m"),
        ("The charity raised £5m.", "£5m"),
        ("The bank cut 300 jobs.", "300 jobs"),
        ("Some £3m is being cut from the museum's £28m running costs.", "£28m"),
        ("The ground holds 32,000 people.", "32,000"),
        ("Growth was 4% last year.", "4%"),
        ("They hired 300 more nurses.", "300"),
        ("Three people lost their homes.", "Three people"),
        ("The shop takes 20% off the price.", "20%"),
        ("The hike has 2,400 feet of elevation gain.", "2,400"),
        ("Crisps took up 5% of the shelf.", "5%"),
        ("Then 69% wanted change and 25% more of the same.", "25%"),
        ("It will cut 1,200 jobs, about 4% of its workforce.", "4%"),
        ("The tenor raised $5m, the choir $3m.", "$3m"),
        ("Sales fell 5%, the most since May, and 3% of staff left.", "3%"),
        ("The estate added a 200-acre farm.", "200-acre"),
        ("The side lost a 3-point lead.", "3-point"),
        ("The council cut a 10-mile stretch of path.", "10-mile"),
        ("It raised the 4% stake to 9%.", "4%"),
        ("They bid a 30% premium to the price.", "30%"),
        ("A tyre must withstand four times its rated pressure.", "four times"),
        ("Rates were double in the north.", "double"),
        ("Costs rose £5, or 8% of income.", "8%"),
        ("He gave up 2% of his pay.", "2%"),
        ("Rents were 5% higher than anticipated.", "5%"),
        ("Fraud makes up 48% of crimes.", "48%"),
    ],
)
def test_no_change(extract_sentence: Run, text: str, surface: str) -> None:
    assert claim(extract_sentence, text, surface).change is None


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        ("By June there will be 90,000 pupils, up from 70,000 today.", "90,000", "By June"),
        ("In June rents will hit £900, up from £800 now.", "£900", "In June"),
        ("Herring stocks shrank by 31% over the past century.", "31%", "over the past century"),
        ("The floods in 2007 cost £3bn in 2008.", "£3bn", "in 2008"),
        ("Last year 300 shops closed.", "300", "Last year"),
        ("Some 300 shops closed.", "300", None),
        ("Losses were £8m in the 2008-09 campaign.", "£8m", "in the 2008-09 campaign"),
        ("For the three months ended May 31, income fell 6%.", "6%", "For the three months ended May 31"),
    ],
)
def test_period(extract_sentence: Run, text: str, surface: str, period: str | None) -> None:
    assert claim(extract_sentence, text, surface).period == period


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        ("Spending on clinics has fallen by 48%.", "48%", "Spending on clinics"),
        ("Shares in the club dropped by 23% to 205 pence.", "205", "Shares in the club"),
        ("Councils face a £1.6bn shortfall.", "£1.6bn", "shortfall"),
        ("Some 300 shops closed.", "300", "shops"),
        ("Storms would cut 2% from growth.", "2%", "growth"),
        ("About 40% of pupils passed.", "40%", "pupils"),
        ("The repair bill was £4m.", "£4m", "repair bill"),
        ("Turnout dropped from 77 percent to 72 percent.", "from 77 percent", "Turnout"),
        ("Waiting lists hit a record of 6.2m in May.", "6.2m", "Waiting lists"),
        ("The mill, which will cost the council £1.2m, is to reopen.", "£1.2m", "mill"),
        ("The scheme saved the county £4m.", "£4m", "scheme"),
        ("The new total becomes £1,216.", "£1,216", "new total"),
        ("Reserves stood at a total of £4m.", "£4m", "Reserves"),
    ],
)
def test_subject(extract_sentence: Run, text: str, surface: str, subject: str) -> None:
    assert claim(extract_sentence, text, surface).subject == subject


@pytest.mark.parametrize(
    ("text", "surface", "modality"),
    [
        ("The repair bill was £4m.", "£4m", "actual"),
        ("He has 21 goals in 19 games.", "19", "actual"),
        ("The repair bill will be £4m.", "£4m", "forecast"),
        ("She said it would cost £4m.", "£4m", "forecast"),
        ("Analysts expect growth of 2%.", "2%", "forecast"),
        ("Harvests are expected to come in 8% lower.", "8%", "forecast"),
        ("Ministers plan to spend £4m on parks.", "£4m", "proposal"),
        ("The party pledged £12m for clinics.", "£12m", "proposal"),
        ("The firm will build 3,000 homes.", "3,000", "forecast"),
        ("A new £5m fund will pay for parks.", "£5m", "proposal"),
        ("It plans to expand and expects profits of £9m.", "£9m", "forecast"),
        ("The bank plans to reduce the number of clerks it employs by 475.", "475", "proposal"),
        ("The plans suggest raising rents by 5%.", "5%", "proposal"),
        ("Homes will pay more after the regulator raised its cap by 6%.", "6%", "actual"),
        ("Profit was £7m, less than the £8m that brokers expected.", "£8m", "forecast"),
        ("The service aims to ensure that 95% of trains are on time.", "95%", "proposal"),
        ("Walkers were asked to reply, with 400 letters having been sent already.", "400", "actual"),
        ("It was to hold 32,000 against 18,400 at the old ground.", "18,400", "actual"),
        ("They asked whether £1m was enough.", "£1m", "question"),
        ("The plan includes trials on nine farms.", "nine farms", "proposal"),
        ("The project is £1bn over budget.", "£1bn", "actual"),
        ("The maker is to cut 350 posts.", "350", "proposal"),
        ("Under the plan, 300 jobs would go.", "300", "proposal"),
        ("Some 300 homes are set to be built.", "300", "forecast"),
        ("Firm to cut 300 jobs", "300", "proposal"),
        ("Shares to rise 5%, says broker", "5%", "forecast"),
        ("Up to 500 jobs to go at plant", "500", "forecast"),
        ("Some 300 clerks are to lose their jobs.", "300", "forecast"),
        ("Some 300 jobs are likely to go.", "300", "forecast"),
        ("Some 300 clerks were asked to leave.", "300", "actual"),
        ("The firm, once valued at £4m, is to close.", "£4m", "actual"),
        ("Towns voted to raise the fee by £4.", "£4", "proposal"),
        ("There is a 5% chance of rain.", "5%", "actual"),
        ("The tablet has a 500 GB drive.", "500 GB", "actual"),
        ("The tablet offers 6 GB of memory.", "6 GB", "actual"),
        ("The bank offers staff 3%.", "3%", "proposal"),
        ("The side committed 12 fouls.", "12", "actual"),
        ("Brokers are offering seats (20%) and boxes (19%).", "20%", "actual"),
        ("The plan identifies three threats.", "three", "actual"),
        ("Keeping losses under 2% is the goal of the trust.", "2%", "proposal"),
        ("It promises that no school loses more than 2%.", "2%", "denied"),
        ("Fees could rise to £12,000.", "£12,000", "hypothetical"),
        ("If fees rise, 300 students may leave.", "300", "hypothetical"),
        ("The firm denied that it owed £3m.", "£3m", "denied"),
        ("The charity hopes to raise £5m.", "£5m", "proposal"),
        ("Ministers are considering a 5% levy.", "5%", "proposal"),
        ("She is considered to be the ablest leader by 51%.", "51%", "actual"),
        ("The firm denied losing 300 jobs.", "300", "denied"),
        ("The firm did not lose 300 jobs.", "300", "denied"),
        ("Did the firm lose 300 jobs?", "300", "question"),
        ("It will stay at the level that cost £4m.", "£4m", "actual"),
        ("The court ruled that it must pay £4m.", "£4m", "actual"),
        ("Under the bill, 300 jetties are to be built.", "300", "proposal"),
        ("The ferry scrapped its target of carrying 900 cars.", "900", "proposal"),
        ("The mayor launched a rebuilding drive worth £4m by asking for gifts.", "£4m", "proposal"),
        ("The mayor bought a house worth £4m.", "£4m", "actual"),
        ("Some 30% said 'neither' and 12% did not answer.", "12%", "actual"),
        ("£1.5 million to be spent on ferries", "£1.5 million", "proposal"),
        ("The tribunal ordered the ferry firm to pay damages of £2m.", "£2m", "actual"),
        ("The ferry firm stands to lose £9,000 a week.", "£9,000", "forecast"),
        ("Divers are five times more likely to fall ill than swimmers who do 3 miles a day.", "3 miles", "actual"),
        ("The toll is more likely to be under 3%.", "3%", "forecast"),
        ("Malmo, the fourth-largest port in the north, is likely to close.", "fourth", "actual"),
        ("It will become the third-largest port in the north.", "third", "forecast"),
        ("The pact will cut the £15bn cost of repairs.", "£15bn", "actual"),
        ("Think about it: the lorries pass the school at 60 miles per hour.", "60 miles per hour", "actual"),
        ("The port is working to buy 132 acres of land.", "132 acres", "proposal"),
        ("The tax has the potential to bring in £200 million.", "£200 million", "hypothetical"),
        ("The tax would help people earning over £50,000.", "£50,000", "actual"),
        ("The cat has not been seen for around three years.", "three years", "actual"),
        ("The mayor vowed never to forget the 184 sailors.", "184 sailors", "actual"),
        ("Police sought help with eight thefts that had happened in May.", "eight thefts", "actual"),
        ("Ann Hale cut her forecast to £66m.", "£66m", "forecast"),
        ("She said the port would create jobs and was backed by 90% of bakers.", "90%", "actual"),
        ("She said the port would be late and cost £4m.", "£4m", "forecast"),
        ("She said 900 bakers whose claims had been rejected were still there.", "900 bakers", "actual"),
        ("Aid stopped when £4m worth of maize could not be accounted for.", "£4m", "actual"),
        ("Anyone who doubts it should ask the 900 bakers who have moved.", "900 bakers", "actual"),
        ("The rise had been predicted by all 45 analysts questioned by the agency.", "45 analysts", "actual"),
        ("All four bakers held in Hull will be sent home.", "four bakers", "forecast"),
        ("The figures, collected from 341 bakers, would add £48 to bills.", "341 bakers", "actual"),
        ("Under the bill, bakers will have to pay £4m.", "£4m", "proposal"),
    ],
)
def test_modality(extract_sentence: Run, text: str, surface: str, modality: str) -> None:
    assert claim(extract_sentence, text, surface).modality == modality


def test_confidence_falls_with_doubt(extract_sentence: Run) -> None:
    plain = claim(extract_sentence, "The bill was £4m.", "£4m").confidence
    counted = claim(extract_sentence, "Fire killed 40 people.", "40").confidence
    elided = claim(extract_sentence, "Some 700 people came, with 150 on horseback.", "150").confidence
    assert plain > counted > elided


def test_a_restatement_shares_all_but_the_figure(extract_sentence: Run) -> None:
    first = claim(extract_sentence, "The fishery is worth 90m euros (£75m) a year, he said.", "90m")
    second = claim(extract_sentence, "The fishery was worth 90m euros a year (£75m) in 2019.", "£75m")
    assert first.unit == "EUR"
    assert (second.unit, second.per) == ("GBP", "year")


def test_a_rate_over_so_many_of_something(extract_sentence: Run) -> None:
    found = claim(extract_sentence, "There were 26 deaths per 100,000 people.", "26")
    assert (found.value, found.unit, found.per) == (Decimal(26), "death", "100000 person")
