"""Who says the figure that stands between ⟦ and ⟧; None where nobody but the document does."""

import pytest

from tests.attribution.asking import Attribute, speaker_of


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        # what goes on without a verb of its own
        ("The Halden Institute said rents rose 4%, but by only ⟦1%⟧ in Wales.", "Halden Institute"),
        ("The Halden Institute said rents were £900 in Hull; ⟦£700⟧ in Goole, and £500 in Selby.", "Halden Institute"),
        ("The Halden Institute forecasts 40,000 sales, down from ⟦52,000⟧ last year.", "Halden Institute"),
        ("The Halden Institute said rents rose 4%, while wages fell 2%. Food rose ⟦3%⟧.", None),
        # clauses in a row, of which a parser takes the later ones for the narrator's
        ("The institute found that 40% of boats leaked, ⟦33%⟧ had no oars, and 12% sank.", "institute"),
        (
            "Half of boats leak, while the average in Wales is ⟦33%⟧, according to the Halden Institute.",
            "Halden Institute",
        ),
        (
            "⟦Half⟧ of boats leak, while the average in Wales is 33%, according to the Halden Institute.",
            "Halden Institute",
        ),
        # a verb of the others' sort, a thing that cannot want, a name that says nothing
        ("Ann Hale put the odds of a flood in Hull by May at ⟦one in seven⟧.", "Ann Hale"),
        ("Ann Hale bid ⟦£9,000⟧ for a hat.", None),
        ("The big AN-80 demands ⟦40 litres⟧ of oil.", None),
        ("The ten-mile walk, as its name suggests, is ⟦10 miles⟧ long.", None),
        ("One estimate figured that a ⟦fourth⟧ of the crews had left, said Ann Hale.", "One estimate"),
        ("Some experts put it as high as ⟦40%⟧.", "experts"),
        ("Ann Hale recalled losing ⟦40 hats⟧.", "Ann Hale"),
        # what was announced, agreed or reported tells nothing itself
        ("The ⟦20%⟧ discount in Wales announced in July will apply on top of it.", None),
        ("That is a slowdown on the ⟦3.3%⟧ growth reported a month ago.", None),
        ("Losses disclosed on Monday came to ⟦£3m⟧.", None),
        ("The payout agreed in court was ⟦£40,000⟧.", None),
        ("The sum, which Ann Hale said was ⟦£40m⟧, has been paid.", "Ann Hale"),
        # a firm's word for a body that is none
        ("The Treasury said rents rose 3%. The union said ⟦5%⟧ was more like it.", "union"),
        ("Ofcom fined Halden Ltd on Monday. The company said it had lost ⟦40⟧ clients.", "Halden Ltd"),
        ("The union is seeking a ⟦12%⟧ rise.", "union"),
        ("Police are seeking ⟦two men⟧.", None),
        ("Hats cost ⟦£40⟧, per the ministry.", "ministry"),
        ("Hats cost ⟦£40⟧, per year.", None),
        ("U.S. Rep. Ann Hale, D-Ohio, said it would cost ⟦$3 billion⟧.", "Ann Hale"),
        ("Oxfam sees growth of ⟦2%⟧ next year.", "Oxfam"),
        ("Oxfam saw growth of ⟦2%⟧ last year.", None),
        ("In January Oxfam forecast growth of ⟦2%⟧ in May.", "Oxfam"),
        ("Tallis Holdings mocked Ann Hale last year for claiming the hall was ⟦900 feet⟧ long.", "Ann Hale"),
        ("Oxfam say nobody drowned, but ⟦15⟧ crews were treated for cold.", "Oxfam"),
        ("The plan pays off, with new figures showing a ⟦10 per cent⟧ drop in deaths.", "new figures"),
        ("A paper is out. It includes estimates that rents rose 4%; that pay fell; and that ⟦9%⟧ left.", "paper"),
        ("A jury has found Ann Hale guilty on ⟦33 counts⟧.", None),
        ("From Oxfam on the floods:\n\n1. As we said, ⟦40⟧ boats are lost.\n\n2. We need more.", "Oxfam"),
        # whom *the researchers* means
        ("Economists Ann Hale and Tom Day wrote a paper. The researchers found that ⟦40%⟧ agreed.", "Ann Hale"),
        ("Ministers Ann Hale and Tom Day wrote a paper. The researchers found that ⟦40%⟧ agreed.", "researchers"),
        # how a study was made is none of its findings
        ("In a study last year, researchers compared ⟦44 masks⟧.", None),
        ("In a study last year, ⟦44 masks⟧ were of no use.", "study"),
        ("The body of research on masks is small. About ⟦9 percent⟧ of men said it was enough.", None),
        # offers, pledges, appeals
        ("Ann Hale has offered £40m (⟦$58m⟧) over 3 years to the clinics.", "Ann Hale"),
        ("As well as pledging ⟦£40m⟧ over 3 years to the fund, Oxfam urged others to give.", "Oxfam"),
        ("Oxfam has launched an appeal for ⟦£5m⟧.", "Oxfam"),
        ("Ann Hale repeated her pledge of ⟦40,000⟧ homes.", "Ann Hale"),
        ("The site offers ⟦40⟧ songs a week.", None),
        ("Oxfam pledges ⟦£4bn⟧ to clinics\n\nDonors met in Hull on Monday.", "Oxfam"),
        # forecasts
        ("Growth was slower than the Treasury forecast of ⟦3%⟧.", "Treasury"),
        ("Oxfam spent £3m, far more than its original projection of ⟦£2m⟧.", "Oxfam"),
        ("Sales were well below the ⟦£4bn⟧ forecast by Oxfam.", "Oxfam"),
        ("Tallis Holdings has raised its profit forecast for the year to ⟦£44m⟧.", "Tallis Holdings"),
        ("Tallis Holdings has raised its prices for the year to ⟦£44⟧.", None),
        ("Tallis Holdings forecast growth of ⟦2%⟧ for the year as a whole.", "Tallis Holdings"),
        ("The profit beat analysts' ⟦£40m⟧ forecast.", "analysts"),
        ("Ministers rejected the teachers' ⟦8 per cent⟧ pay claim.", "teachers"),
        ("Letters were late, short of the regulator Ofcom's ⟦90%⟧ target.", "Ofcom"),
        ("Police estimates of ⟦10,000⟧ marchers were disputed.", "Police"),
        ("Growth forecasts of ⟦3%⟧ were cut.", None),
        ("The union's ⟦two⟧ claims were rejected.", None),
        ("The target of ⟦900 nurses⟧ was met.", None),
        # bare figures beside what somebody said
        ("A Mori poll put support at 61%, up from 54%; only ⟦22%⟧ were against.", "Mori poll"),
        ("A Mori poll put support at 61%, while only ⟦22%⟧ were against.", "Mori poll"),
        ("Ann Hale said two million children qualified but ⟦350,000⟧ did not claim.", "Ann Hale"),
        ("The report says 40 wards shut, and ⟦a further nine⟧ have moved.", "report"),
        ("Ann Hale said the plan would work. ⟦Two⟧ were against it.", None),
        ("She thanked Ann Hale for a decade and ⟦a half⟧ of work that had made the club rich.", None),
        # charges, news, demands
        ("Ann Hale accused ministers of wasting ⟦£3bn⟧ on cards.", "Ann Hale"),
        ("Ann Hale welcomed news that Norway was to give ⟦£3m⟧ to the fund.", "Ann Hale"),
        ("Ann Hale called on the council to act and either free or charge ⟦12⟧ people.", "Ann Hale"),
        ("Ann Hale said crime had dropped by 3% and promised an extra ⟦2,000⟧ officers.", "Ann Hale"),
        ("Ann Hale called for the price of bread to be cut by ⟦15%⟧.", "Ann Hale"),
        ("Ann Hale backed calls for wages to rise to ⟦£5⟧.", "Ann Hale"),
        # relative clauses, inserted cues, words that a parser hangs elsewhere
        ("It fell short of the ⟦0.4%⟧ that economists had hoped for.", "economists"),
        ("Sales were ⟦£3m, Oxfam said, up from £2m⟧ a year ago.", "Oxfam"),
        ("Places at Hull College, which charges fees of £700, are up by ⟦11%⟧ on last year.", None),
        ("In Hull alone, one of the largest ports, the council said that ⟦1,500⟧ people had left.", "council"),
        (
            "The gap shrank to ⟦$56bn⟧, the lowest since May 2005, a ministry report showed on Friday.",
            "ministry report",
        ),
        # a poll, and those whom it asked
        ("Only ⟦one person in ten⟧ believes it was right, a YouGov survey found yesterday.", "YouGov survey"),
        ("A YouGov poll found 30% agreed. Plans for a tax are opposed by ⟦60%⟧ to 28%.", "YouGov poll"),
        ("A YouGov poll found 30% agreed. That would give Ann Hale a majority of ⟦140⟧ seats.", "YouGov poll"),
        ("A YouGov poll found 30% agreed. The same percentage said no and ⟦11%⟧ did not know.", "YouGov poll"),
        ("A YouGov survey was out. It found 42% were unhappy with pay. Only ⟦a fifth⟧ were content.", "YouGov survey"),
        (
            "A MORI poll had 30% agree. NOP gave Labour a lead of 9 points. Some ⟦39%⟧ say it is ill.",
            "NOP",
        ),
        # what dashes break, and lines below a colon
        ("The figures show the risk of crime - at 24% - has increased by ⟦9 per cent⟧.", "figures"),
        ("Oxfam also revealed:\n\nHunger fell by 3%\n\nPrices rose by ⟦14%⟧\n\nThe hall held 40.", "Oxfam"),
        ("Oxfam also revealed:\n\nHunger fell by 3%\n\nPrices rose by 14%\n\nThe hall held ⟦40⟧ men.", None),
        # figures that take up those that somebody gave
        ("Ann Hale said rents averaged £900. In Goole the figure was ⟦£700⟧.", "Ann Hale"),
        ("The average was £900, Ann Hale said. In Goole it was £700, in Selby ⟦£600⟧.", "Ann Hale"),
        ("Oxfam said rents rose 4% in May.\n\nIn Wales, the rise was ⟦9%⟧.", "Oxfam"),
        ("Ann Hale said 40 shops had shut. Another ⟦12⟧ were at risk.", "Ann Hale"),
        ("Ann Hale said 40 shops had shut. Of those, ⟦12⟧ were pubs.", "Ann Hale"),
        ("Police said the bomb killed 14 people. The dead were ⟦nine⟧ women and five men.", "Police"),
        ("Ann Hale said it would cost £80m. The rest, ⟦£57m⟧, was to be borrowed.", "Ann Hale"),
        ("“Pay will rise 4%,” Ann Hale said. That would bring it to ⟦£12⟧ an hour.", "Ann Hale"),
        ("Ann Hale said 40 shops had shut. The town has ⟦12,000⟧ people.", None),
        ("Ann Hale said 40 shops had shut. The figure of a saint cost ⟦£12⟧.", None),
        # accounts before a court
        ("Ann Hale, prosecuting, said he sold hats. Within a year he was taking ⟦£900⟧ a day.", "Ann Hale"),
        ("Ann Hale, prosecuting, said he sold hats. He was jailed for ⟦nine years⟧.", None),
        ("Ann Hale, prosecuting, said he sold hats.\n\nHe was ⟦six feet⟧ tall.", None),
        # cues set in, and how far what follows them is reported
        ("The plan will boost trade, says Oxfam - and it could save ⟦£90⟧ a year.", "Oxfam"),
        ("Fares will rise, warns Oxfam – with ⟦40⟧ stations to shut.", "Oxfam"),
        ("Fares will rise, Oxfam warned, but rents will fall by ⟦4%⟧.", "Oxfam"),
        ("Fares will rise, Oxfam warned, leaving ⟦40⟧ stations shut.", "Oxfam"),
        ("Fares rose by 4%, Oxfam said, but ministers have ⟦£40m⟧ in hand.", None),
        ("The tax will hit the poor, according to Oxfam, and cost ⟦£40m⟧.", "Oxfam"),
        ("Hull lost ⟦40⟧ shops; Goole lost 12, according to Oxfam.", None),
        ("Sales were ⟦£3m⟧ in May; £4m in June, according to Oxfam.", "Oxfam"),
        # cues behind an adjunct or an addressee, colons, circumstances
        ("With the proceeds, Ann Hale told the club, she bought ⟦five⟧ horses.", "Ann Hale"),
        ("In discussing it, Ann Hale said, ⟦five⟧ horses ran.", "Ann Hale"),
        ("⟦Ten times⟧ that sum is needed, Ann Hale told Oxfam.", "Ann Hale"),
        ("Oxfam says it can find no trains: each would cost ⟦£2m⟧.", "Oxfam"),
        ("Oxfam puts the cost at £12bn, ⟦£7bn⟧ of which would come back.", "Oxfam"),
        ("Ann Hale called the delay “minimal”, with ⟦six⟧ trains late.", "Ann Hale"),
        ("Ann Hale blamed rain and a ⟦six-week⟧ strike at the works.", "Ann Hale"),
        ("Oxfam proposed keeping ⟦four⟧ baths by cutting pay.", "Oxfam"),
        ("Oxfam proposed keeping baths, an idea that was lost by ⟦31⟧ votes to 29.", None),
        ("Oxfam wants ⟦four⟧ baths kept open.", "Oxfam"),
        # what is only supposed, pleaded, heard or counted
        ("Oxfam warned that unless the council finds a further ⟦£40m⟧ it could close.", "Oxfam"),
        ("If Oxfam says ⟦40⟧ homes are empty, work will stop.", None),
        ("Prices rose ⟦4%⟧ as the council found £3m of savings.", None),
        ("She made 418 payments over ⟦nine⟧ years, Hull Crown Court was told.", None),
        ("Ann Hale denied ⟦12⟧ counts of fraud.", None),
        ("Tallis Holdings closed at 141½p, which values it at ⟦£2bn⟧.", None),
        ("Ann Hale says it is hopeless. The council, which has ⟦£9m⟧, would promise nothing.", None),
        ("Gout affects ⟦920,000⟧ people; according to Oxfam, many of them die.", None),
        # studies and reports that go on, headlines
        ("It found that 30% of nurses slept badly.\n\nOverall, 12% took pills, against ⟦2%⟧ of cooks.", None),
        ("A study of nurses is out. It found 30% slept badly.\n\nAmong cooks ⟦2%⟧ did.", "study of nurses"),
        ("A study in the Post found 30% of nurses slept badly. Another ⟦12%⟧ took pills.", "study in the Post"),
        ("The report finds that rents rose 31%. A ⟦third⟧ of tenants have moved.", "report"),
        ("The report finds that rents rose 31%. The town has ⟦12,000⟧ people.", None),
        ("The report finds that rents rose 31%.\n\nOther findings:\n\n• ⟦Two million⟧ households rent", "report"),
        ("Tenants ‘pay ⟦31%⟧ more’\n\nTenants pay 31% more than last year, Oxfam has found.", "Oxfam"),
        ("Tenants ‘pay ⟦31%⟧ more’\n\nTenants pay far more than last year, Oxfam has found.", None),
        # who sees, and who only stands by
        ("Analysts see prices rising by ⟦4%⟧.", "Analysts"),
        ("The summer saw prices rise by ⟦4%⟧.", None),
        ("Ann Hale said it would close.\n\nKeeping it open would cost ⟦£40m⟧ a year.", "Ann Hale"),
        # who observes, who offers, further clauses, bare numbers
        ("The Halden Labs observed ⟦40⟧ storms, with 12 in May.", "Halden Labs"),
        ("Tallis Holdings recorded a loss of ⟦£40m⟧.", None),
        ("Tallis Holdings offers ⟦20%⟧ off hats.", None),
        ("Tallis Holdings offered ⟦£40m⟧ for its rival.", "Tallis Holdings"),
        ("Rents rose ⟦4%⟧ but, according to Oxfam, wages fell 2%.", None),
        ("Rents rose 4% but, according to Oxfam, wages fell ⟦2%⟧.", "Oxfam"),
        ("About 60,000 people have strokes, according to Oxfam. About ⟦23,000⟧ die.", "Oxfam"),
        ("Police said 40 people were hurt. ⟦Two⟧ men in hats walked by.", None),
        # no views of anybody
        ("Plans were made in Hull. These will identify ⟦40⟧ schools.", None),
        ("Tallis Holdings said costs were up. Fuel added ⟦£60m⟧ to its bill.", None),
        ("The bill rose to ⟦£369⟧; analysts expect a further increase of 8%.", None),
        ("The league docked Marsden Town ⟦six points⟧ last year.", None),
        ("Wales showed the highest rate at ⟦26%⟧.", None),
        ("Tallis Holdings saw its profits tumble by ⟦28%⟧.", None),
        ("“No poll gives them ⟦10 points⟧,” said Ann Hale.", "Ann Hale"),
    ],
)
def test_the_figure_is_said_by(attribute: Attribute, marked: str, speaker: str | None) -> None:
    assert speaker_of(attribute, marked) == speaker
