import { describe, expect, test } from "vitest";
import type { PublisherList } from "../../model/publisher.js";
import { readList } from "./read-list.js";

const SOURCE = "https://office.example/news/list";
const list = (kind: PublisherList["kind"], links: string | null = null): PublisherList => ({
  address: SOURCE,
  kind,
  language: "en",
  links,
});
const rss = (items: string, head = "") =>
  `<?xml version="1.0" encoding="UTF-8"?>${head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title><link>https://office.example/</link>${items}</channel></rss>`;
const item = (link: string, date = "Tue, 06 May 2025 14:30:00 +0300") =>
  `<item><title>A &amp; B</title><link>${link}</link><pubDate>${date}</pubDate></item>`;
const AT = { at: "2025-05-06T11:30:00Z", zone: "+03:00", day: "2025-05-06" };
const read = (body: string | Uint8Array, kind: PublisherList, contentType?: string) =>
  readList(typeof body === "string" ? Buffer.from(body) : body, kind, {
    source: SOURCE,
    zone: "Europe/Moscow",
    contentType,
  });

const PAGE = `<!doctype html><html><body><nav><a href="/n">News</a></nav><ul class="list">
<li class="item"><time datetime="2025-05-06T14:30:00+03:00">6 May</time><h3><a href="/news/1#top">First  text</a></h3></li>
<li class="item"><span class="date">5 May 2025</span><h3><a href="two">Second text</a></h3></li>
<li class="item"><h3><a href="javascript:open()">None</a></h3></li></ul></body></html>`;

describe("reads", () => {
  test.each([
    ["RSS", rss(item("https://office.example/1")), list("rss")],
    ["RSS with a relative link", rss(item("/1")), list("rss")],
    [
      "RSS with a permanent guid alone",
      rss(
        `<item><title>A &amp; B</title><guid>https://office.example/1</guid><pubDate>Tue, 06 May 2025 14:30:00 +0300</pubDate></item>`,
      ),
      list("rss"),
    ],
    [
      "RSS behind a doctype without entities",
      rss(
        item("https://office.example/1"),
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss.dtd">',
      ),
      list("rss"),
    ],
    [
      "Atom",
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title type="html">A &amp;amp; B</title><link rel="self" href="/x.atom"/><link rel="alternate" type="text/html" href="/1"/><id>urn:1</id><published>2025-05-06T14:30:00+03:00</published><updated>2025-05-07T10:00:00Z</updated></entry></feed>`,
      list("atom"),
    ],
    [
      "JSON Feed",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "News",
        items: [
          { id: "1", url: "https://office.example/1", title: "A & B", date_published: "2025-05-06T14:30:00+03:00" },
        ],
      }),
      list("json"),
    ],
    [
      "RDF",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>News</title></channel><item rdf:about="https://office.example/1"><title>A &amp; B</title><link>https://office.example/1</link><dc:date>2025-05-06T14:30:00+03:00</dc:date></item></rdf:RDF>`,
      list("rss"),
    ],
  ])("%s", async (_, body, kind) => {
    const { value, problems } = await read(body, kind);
    expect(problems).toEqual([]);
    expect(value).toEqual([
      { address: "https://office.example/1", title: expect.stringMatching(/^A (&|&amp;) B$/), published: AT },
    ]);
  });

  test("a feed in windows-1251", async () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>', "latin1"),
      Buffer.from("\xcd\xee\xe2\xee\xf1\xf2\xe8", "latin1"),
      Buffer.from("</title><item><title>", "latin1"),
      Buffer.from("\xcf\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xfb", "latin1"),
      Buffer.from("</title><link>https://office.example/1</link></item></channel></rss>", "latin1"),
    ]);
    expect((await read(bytes, list("rss"))).value).toEqual([
      { address: "https://office.example/1", title: "Переговоры", published: null },
    ]);
  });

  test("a page of links, each with the date of its item", async () => {
    const { value } = await read(PAGE, list("page", ".list h3 a"));
    expect(value).toEqual([
      { address: "https://office.example/news/1", title: "First text", published: AT },
      {
        address: "https://office.example/news/two",
        title: "Second text",
        published: { at: null, zone: null, day: "2025-05-05" },
      },
    ]);
  });

  test("each text once, and only addresses that can be asked", async () => {
    const links = [
      "https://office.example/1",
      "https://office.example/1#x",
      "ftp://office.example/2",
      "https://user:word@office.example/3",
      "javascript:alert(1)",
      "http://",
    ];
    const { value } = await read(rss(links.map((link) => item(link)).join("")), list("rss"));
    expect(value.map(({ address }) => address)).toEqual(["https://office.example/1"]);
  });

  test("bad dates are told in one line, and the texts are followed all the same", async () => {
    const { value, problems } = await read(
      rss(item("/1", "yesterday") + item("/2", "2025-99-99") + item("/3")),
      list("rss"),
    );
    expect(value.map(({ published }) => published?.day ?? null)).toEqual([null, null, "2025-05-06"]);
    expect(problems).toEqual([
      expect.objectContaining({
        level: "error",
        code: "feed-bad-dates",
        message: expect.stringMatching(/^https[^\n]+2 dates of the list cannot be read \("yesterday"\)/),
      }),
    ]);
  });
});

describe("refuses with one line", () => {
  const entities = (words: string) => rss(item("/1"), `<!DOCTYPE rss [${words}]>`);
  const lol = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");
  test.each([
    [
      "an outside entity",
      entities('<!ENTITY x SYSTEM "file:///etc/passwd">'),
      list("rss"),
      "feed-broken",
      /declares entities/,
    ],
    ["entities in entities", entities(`<!ENTITY l0 "lol">${lol}`), list("rss"), "feed-broken", /declares entities/],
    [
      "a page in place of a feed",
      "<!doctype html><html><body><p>Moved.</p></body></html>",
      list("rss"),
      "feed-broken",
      /is no feed/,
    ],
    ["a feed cut off", rss(item("/1")).slice(0, 150), list("rss"), "feed-broken", /is no feed|announces/],
    ["nothing", "", list("atom"), "feed-broken", /is no feed/],
    ["JSON that is no feed", '{"items": 5}', list("json"), "feed-broken", /is no feed/],
    ["a feed without entries", rss(""), list("rss"), "list-empty", /announces nothing/],
    [
      "a list that is built otherwise now",
      PAGE,
      list("page", ".articles a"),
      "list-empty",
      /"\.articles a" finds no link/,
    ],
  ])("%s", async (_, body, kind, code, message) => {
    const failed = read(body, kind);
    await expect(failed).rejects.toMatchObject({ code: expect.stringMatching(new RegExp(`${code}|list-empty`)) });
    await expect(failed).rejects.toMatchObject({ message: expect.stringMatching(message) });
    await expect(failed).rejects.toMatchObject({
      message: expect.stringMatching(/^https:\/\/office\.example\/news\/list: [^\n]+\.$/),
    });
  });
});
