import { expect, test } from "vitest";
import { recogniseLanguage } from "./recognise-language.js";

test.each([
  ["The presidents discussed the situation in the region and agreed to continue their contacts.", "en"],
  ["Russia demanded guarantees. Ukraine rejected them.", "en"],
  ["Moscow, Kyiv, Ankara.", "en"],
  ["Президенты обсудили положение в регионе и договорились продолжать контакты.", "ru"],
  ["Президенти обговорили ситуацію в регіоні та домовилися продовжувати контакти.", "uk"],
  ["Les présidents ont discuté de la situation dans la région et sont convenus de poursuivre les contacts.", "fr"],
  ["Die Präsidenten sprachen über die Lage in der Region und vereinbarten, den Austausch fortzusetzen.", "de"],
  ["Los presidentes hablaron sobre la situación en la región y acordaron mantener los contactos.", "es"],
  ["Os presidentes falaram sobre a situação na região e decidiram manter os contatos.", "pt"],
  ["Prezydenci rozmawiali o sytuacji w regionie i zgodzili się na dalsze kontakty po spotkaniu.", "pl"],
  ["Cumhurbaşkanları bölgedeki durumu ele aldı ve temasları sürdürmek için bir karar aldı.", "tr"],
  ["两国元首讨论了地区局势，同意保持联系。", "zh"],
  ["両首脳は地域情勢について話し合い、連絡を続けることで一致した。", "ja"],
  ["بحث الرئيسان الوضع في المنطقة واتفقا على مواصلة الاتصالات.", "ar"],
  ["الرئیسان گفتگو کردند و پس از آن چند توافق گرفتند.", "fa"],
  ["הנשיאים דנו במצב באזור והסכימו להמשיך בקשר.", "he"],
  ["12 345 — 67", "und"],
])("%s", (text, code) => {
  expect(recogniseLanguage(text).code).toBe(code);
});

test("a long Latin text of no known language is not taken for English", () => {
  expect(recogniseLanguage("kverna molt driss ".repeat(30)).code).toBe("und");
});
