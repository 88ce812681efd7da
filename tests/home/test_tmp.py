import pytest
def test_all(house, make_campaign, make_episode, make_film, make_page, make_theme, client, asgi, translate, django_assert_num_queries):
    film = make_film(has_words=True)
    t = make_theme()
    ep = make_episode(video=film, themes=[t], campaign=make_campaign(video=make_film("b")), number=1)
    make_page()
    make_episode(number=2)
    for u in ["/", "/campagnes/", ep.campaign.url, ep.get_parent().url, ep.url, "/search/?q=poireau", "/themes/argent/", "/sitemap.xml?part=0", "/robots.txt", "/rien/"]:
        r = client.get(u)
        print(u, r.status_code, r.headers)
    print(client.get(ep.url).content.decode())
    e = translate(ep, title="No change")
    print(e.url, client.get(e.url).status_code)
    print(asgi("GET", f"/v/{film.public_id}/open/v1/360p.mp4", range="bytes=3-5"))
    print(asgi("GET", f"/v/{film.public_id}/open/v1/master.m3u8"))
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    client.get(ep.url)
    with CaptureQueriesContext(connection, ) as c:
        client.get(ep.url)
    for q in c.captured_queries: print(q["sql"][:300]); print()
    print(len(c))
