from portal.demo.palette import DARKER, PALETTE


def test_the_second_cut_is_darker_than_the_first():
    for colour, darker in DARKER.items():
        assert colour in PALETTE
        assert sum(bytes.fromhex(darker[1:])) < sum(bytes.fromhex(colour[1:]))
