"""Images beside the text: found, carried along, cut to tiles; the pane, page by page, by zones."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from click.testing import CliRunner
from editio.cli.main import main

from tests.web import images
from tests.web.browser import served
from tests.web.conftest import built
from tests.web.site import Site


@pytest.fixture(scope="module")
def leaves(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the small edition."""
    root = images.write(tmp_path_factory.mktemp("leaves"))
    return built(root, root / "build")


@pytest.fixture(scope="module")
def at(leaves: Site) -> Iterator[str]:
    """Where it is served, under a policy that lets nothing come from elsewhere."""
    with served(leaves.folder) as root:
        yield root


def told(site: Site, path: str) -> list[dict[str, Any]]:
    """What a page tells the viewer."""
    found = site.pages[path].find("//script[@class='images']/text()")
    return [dict(one) for one in json.loads(str(found[0]))] if found else []


def test_each_leaf_has_its_image_and_its_place(leaves: Site) -> None:
    """By #surface, by a prefix of the header, at once by @facs; a bare number is none."""
    said = told(leaves, "leaves.html")
    assert [one["n"] for one in said] == ["1r", "1v", "2r", "2v"]
    assert [one["at"] for one in said] == [f"body1.pb{n}" for n in (1, 2, 3, 4)]
    assert [one["src"].rpartition("-")[2] for one in said if "src" in one] == [
        "1.png", "2.png", "4.png"
    ]  # fmt: skip
    assert said[2]["iiif"] == "https://iiif.example.org/images/p3"
    assert said[0]["zones"] == [
        {"to": "at-z1", "box": "20 20 180 60"},
        {"to": "at-z2", "points": "20,60 180,60 180,100 20,100"},
    ]
    assert set(leaves.pages["leaves.html"].ids) >= {"at-z1", "at-z2"}


def test_other_ways_to_name_an_image(leaves: Site) -> None:
    """A surface that names where it starts, or its file at once; a canvas; a service by its base.
    They are in the text's order, and last is the one that has no place in it.
    """
    said = told(leaves, "ways.html")
    assert [one.get("n") for one in said[:5]] == ["1", "2", "3", "4", "6"]
    assert said[4]["iiif"] == "https://example.org/iiif/2/p6"
    manifest = json.loads((leaves.folder / "iiif/ways.json").read_text("utf-8"))
    painted = [one["items"][0]["items"][0]["body"]["id"] for one in manifest["items"]]
    assert "https://example.org/iiif/2/p6/full/max/0/default.jpg" in painted
    assert [one["src"].rpartition("/")[2].partition("-")[2] for one in said[5:]] == ["1-t.png"]
    assert [one["src"].rpartition("-")[2] for one in said[:3]] == ["4.png", "2.png", "1.png"]
    assert said[2]["zones"] == [{"to": "wp", "box": "0 0 200 90"}]
    assert said[3]["manifest"] == "https://iiif.example.org/book/manifest"


def test_a_missing_image_is_told_where_it_is_named(leaves: Site) -> None:
    """What an xml:base leads to is found; a file of @facs is looked for, too."""
    options = ["check", str(leaves.build.parent), "--select", "P031", "--format", "json"]
    found = json.loads(CliRunner().invoke(main, options).stdout)
    messages = [one["message"] for one in found]
    assert len(messages) == 1 and "“img/9.png” was not found" in messages[0]
    assert "more" not in messages[0]


def test_a_mark_leads_to_the_image_without_script(leaves: Site) -> None:
    """It is a link to the picture itself; where @facs leads nowhere there is none."""
    page = leaves.pages["leaves.html"]
    links = [str(one) for one in page.find("//a[@class='to-image']/@href")]
    assert len(links) == 4
    ways = [
        str(one) for one in leaves.pages["ways.html"].find("//a[@class='to-image']/@aria-label")
    ]
    assert ways == [f"Image of page {n}" for n in (1, 2, 3, 4, 6)]
    assert page.find("//a[@class='to-image']/@aria-label")[0] == "Image of page 1r"
    assert leaves.broken(page) == []


def test_a_large_image_is_cut_to_tiles(leaves: Site) -> None:
    """Its levels are halves of each other; a small one is sent as it is."""
    said = told(leaves, "leaves.html")
    assert [one.get("tiled") for one in said] == [None, None, None, "yes"]
    folder = leaves.folder / said[3]["src"].replace(".png", "")
    assert sorted(one.name for one in folder.iterdir()) == ["10", "11", "12", "9"]
    assert len(list((folder / "12").iterdir())) == 7 * 2
    assert not (leaves.folder / said[0]["src"].replace(".png", "")).exists()


def test_a_page_without_images_has_nothing_of_them(leaves: Site, site: Site) -> None:
    """Nor has an edition without: not even the viewer's files."""
    bare = leaves.pages["bare.html"].data
    assert b"data-pane" not in bare and b'class="images"' not in bare
    assert (leaves.folder / "assets/openseadragon/LICENSE.txt").is_file()
    assert not (site.folder / "assets/openseadragon").exists()


def told_on(canvas: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What annotations say of a canvas: why, where on it, which words."""
    found = []
    for one in canvas["annotations"][0]["items"]:
        where = one["target"] if isinstance(one["target"], str) else one["target"]["source"] + "@"
        found.append((one["motivation"], where.removeprefix(canvas["id"]), one["body"]["value"]))
    return found


def test_a_manifest_has_canvases_and_their_words(leaves: Site) -> None:
    """It is IIIF Presentation 3: images with sizes, words by zone or page, notes; linked."""
    file = leaves.folder / "iiif/leaves.json"
    whole = json.loads(file.read_text("utf-8"))
    assert whole["id"] == "https://example.org/mill/iiif/leaves.json"
    assert whole["@context"] == "http://iiif.io/api/presentation/3/context.json"
    one, two, three, four = whole["items"]
    assert [each["label"]["none"][0] for each in whole["items"]] == ["1r", "1v", "2r", "2v"]
    assert {each["type"] for each in whole["items"]} == {"Canvas"}
    assert (one["width"], one["height"]) == (400, 600)
    # The surface is measured in units of which the image has two pixels.
    assert told_on(one)[:2] == [
        ("supplementing", "#xywh=40,40,320,80", "The wheel stands still"),
        ("supplementing", "@", "since Monday."),
    ]
    assert told_on(one)[2][2].startswith("The wheel stands still\nsince Monday.\nSack 0")
    assert told_on(two)[0][2].startswith("The miller has gone to town.\nSack 0 is full of rye.")
    assert told_on(four)[0][2].endswith("Sack 29 is full of rye.")
    assert told_on(four)[1] == ("commenting", "", "Read off in June.")
    service = three["items"][0]["items"][0]["body"]["service"][0]
    assert service["@id"] == "https://iiif.example.org/images/p3"
    names = [str(one["id"]) for one in parts(whole)]
    assert len(names) == len(set(names)) and all("#" not in one for one in names)
    assert "iiif/leaves.json" in leaves.pages["leaves.html"].links
    assert "iiif/bare.json" not in leaves.pages["bare.html"].links


def parts(one: Any) -> Iterator[dict[str, Any]]:
    """Yield the canvases, pages and annotations in a manifest; each needs a name of its own."""
    if isinstance(one, list):
        for each in one:
            yield from parts(each)
    elif isinstance(one, dict):
        if one.get("type") in {"Manifest", "Canvas", "AnnotationPage", "Annotation"}:
            yield one
        for each in one.values():
            yield from parts(each)


def opened(page: Any, address: str) -> Any:
    """Open the pane; return it."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/leaves.html")
    page.get_by_role("button", name="Image", exact=True).click()
    page.locator(".image-zone").first.wait_for()
    return page.locator(".pane")


def test_reading_turns_the_image(page: Any, at: str) -> None:
    """The image of the page that is read is shown, and the one chosen leads to its page."""
    pane = opened(page, at)
    assert pane.locator("select").input_value() == "0"
    page.evaluate("document.getElementById('body1.pb2').scrollIntoView()")
    expect = pytest.importorskip("playwright.sync_api").expect
    expect(pane.locator("select")).to_have_value("1")
    pane.get_by_role("button", name="Previous image").click()
    assert pane.locator("select").input_value() == "0"


def test_a_chosen_image_stays(page: Any, at: str) -> None:
    """Also where its page is too near the end to come to the top, or another is read higher up."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{at}/ways.html")
    page.locator("a.to-image").nth(1).click()
    page.wait_for_timeout(400)
    choice = page.locator(".pane select")
    assert choice.input_value() == "1"
    choice.select_option(label="3")
    page.wait_for_timeout(400)
    assert choice.input_value() == "2"
    page.keyboard.press("Tab")
    page.mouse.move(1100, 300)
    page.mouse.wheel(0, 40)
    page.wait_for_timeout(400)
    assert choice.input_value() == "0"


def test_image_and_text_share_the_room(page: Any, at: str) -> None:
    """Beside a text on a window of middle width the image has half of it."""
    pane = opened(page, at)
    page.set_viewport_size({"width": 1024, "height": 800})
    assert pane.bounding_box()["width"] > 400
    assert page.locator("article").bounding_box()["width"] > 400


def test_zones_and_lines_are_linked_both_ways(page: Any, at: str) -> None:
    """A click on a line lights its zone; Enter on a zone lights the line."""
    pane = opened(page, at)
    page.locator("[id='body1.p1']").click(position={"x": 40, "y": 10})
    assert pane.locator(".image-zone.lit").get_attribute("href") == "#at-z1"
    pane.locator(".image-zone").nth(1).focus()
    page.keyboard.press("Enter")
    assert pane.locator(".image-zone.lit").get_attribute("href") == "#at-z2"
    lit = page.evaluate("[...CSS.highlights.get('zone')][0].toString().trim()")
    assert " ".join(lit.split()) == "since Monday."


def test_another_server_is_asked_after_a_click_alone(page: Any, at: str) -> None:
    """Its name is told; where it gives nothing, that is told, with the address."""
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    pane = opened(page, at)
    pane.locator("select").select_option("2")
    pane.get_by_text("iiif.example.org", exact=False).first.wait_for()
    assert not [one for one in asked if "example.org" in one]
    assert pane.locator(".image-home").get_attribute("href").startswith("https://iiif.example.org")


def test_images_are_seen_from_disk(page: Any, leaves: Site) -> None:
    """Opened as files, a plain and a tiled one are drawn without a server."""
    opened(page, leaves.folder.as_uri())
    page.locator(".pane select").select_option("3")
    page.wait_for_timeout(500)
    drawn = (
        "(() => { const c = document.querySelector('.pane canvas'); return c.width * c.height })()"
    )
    assert page.evaluate(drawn) > 10_000
    assert page.locator(".pane-said").inner_text() == ""


def test_another_form_of_the_text_stands_beside(page: Any, at: str) -> None:
    """The reader chooses columns: image, this text, the other; what is read is read in both."""
    pane = opened(page, at)
    page.locator(".menu-views summary").click()
    page.get_by_role("button", name="Diplomatic text, beside it").click()
    column = page.locator(".column-beside")
    frame = page.frame_locator(".column-beside iframe")
    frame.locator("article").wait_for()
    frame.locator(".toolbar").wait_for(state="hidden")
    lefts = [one.bounding_box()["x"] for one in (pane, page.locator("article"), column)]
    assert lefts == sorted(lefts) and lefts[2] > lefts[1] + 200 > lefts[0] + 400
    page.mouse.move(lefts[1] + 50, 500)
    page.mouse.wheel(0, 900)
    page.wait_for_timeout(500)
    where = "one => one.getBoundingClientRect().top"
    here = page.locator("[id='body1.pb2']").evaluate(where)
    there = frame.locator("[id='body1.pb2']").evaluate(where)
    assert 0 < here < 800 and 0 < there < 800
    column.get_by_role("button", name="Close").click()
    assert page.locator("iframe").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
