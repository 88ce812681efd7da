from portal.demo.excuses import ARGENT, MONNAIE, PROBLEMES, RIEN

SERIES = (MONNAIE, RIEN, PROBLEMES, ARGENT)


def test_each_excuse_has_its_rebuttal_and_its_poster():
    assert {film.series for film in SERIES} == {"Les bonnes excuses"}
    assert all(film.excuse and film.rebuttal for film in SERIES)
    assert len({film.poster for film in SERIES}) == 4


def test_the_excuse_is_said_in_its_film():
    for film in SERIES:
        said = film.lines()[0].text.lower()
        assert film.title.lower().split(",")[0].removesuffix(".") in said
