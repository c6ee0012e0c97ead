// What is looked for in a page, from inside it. Each check gives a list of what is wrong.
// Evaluated as an expression: an object of functions.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const shown = (element) => element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true });
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const name = (element) => `${element.tagName.toLowerCase()}${element.className ? "." + String(element.className).replace(/ /g, ".") : ""} «${text(element).slice(0, 40)}»`;
  // What is read aloud and not seen.
  const aloud = (element) => element.closest(".aloud") !== null;
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  // Elements with text of their own.
  const texts = () => all("body *").filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()) && shown(element) && !aloud(element));

  const channels = (colour) => {
    const numbers = (colour.match(/[\d.]+/g) || []).map(Number);
    return numbers.length < 4 ? [...numbers, 1] : numbers;
  };
  const over = (top, bottom) => top.slice(0, 3).map((value, index) => value * top[3] + bottom[index] * (1 - top[3]));
  const background = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(channels(getComputedStyle(at).backgroundColor));
    const canvas = matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
    return layers.reverse().reduce((colour, layer) => over(layer, colour), canvas);
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) => value / 255).map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  return {
    structure() {
      const wrong = [];
      if (!["nb", "en"].includes(document.documentElement.lang)) wrong.push("the page does not say its language");
      if (!document.title.trim()) wrong.push("the page has no title");
      for (const [selector, count] of [["h1", 1], ["main", 1], ["body > header", 1]]) {
        if (all(selector).length !== count) wrong.push(`there are ${all(selector).length} of «${selector}»`);
      }
      let level = 0;
      for (const heading of all("h1, h2, h3, h4, h5, h6")) {
        const own = Number(heading.tagName[1]);
        if (own > level + 1) wrong.push(`${name(heading)} stands beneath a heading of level ${level}`);
        if (!text(heading)) wrong.push("a heading is empty");
        level = own;
      }
      for (const table of all("table")) {
        if (!table.caption || !text(table.caption)) wrong.push(`${name(table)} has no caption`);
        for (const head of all("th", table)) if (!["col", "row"].includes(head.scope)) wrong.push(`${name(head)} is the head of nothing`);
        const widths = new Set(all("tr", table).map((row) => row.cells.length));
        if (widths.size !== 1) wrong.push(`the rows of ${name(table)} have ${[...widths]} cells`);
      }
      const ids = all("[id]").map((element) => element.id);
      if (new Set(ids).size !== ids.length) wrong.push("an id is there twice");
      for (const link of all("a")) {
        const target = link.getAttribute("href") || "";
        if (!target.startsWith("#") || !document.getElementById(target.slice(1))) wrong.push(`${name(link)} leads nowhere`);
      }
      for (const details of all("details")) if (!details.querySelector(":scope > summary")) wrong.push("details have no summary");
      return wrong;
    },

    // Answers are told by words or a shape, not by their colour.
    shapes() {
      const wrong = [];
      const signs = {};
      for (const answer of all(".answer, .answers > span")) {
        const tone = answer.className.replace("answer ", "");
        const sign = answer.matches(".answer") ? text(answer.firstElementChild || answer) : text(answer);
        if (!sign) wrong.push(`${name(answer)} has no shape`);
        signs[sign] = signs[sign] || tone;
        if (signs[sign] !== tone) wrong.push(`«${sign}» stands for ${signs[sign]} and for ${tone}`);
        if (answer.matches(".answer") && text(answer) === sign) wrong.push(`${name(answer)} has no words`);
      }
      for (const answers of all(".answers")) {
        if (!answers.nextElementSibling?.matches(".aloud") || !text(answers.nextElementSibling)) wrong.push(`${name(answers)} says nothing aloud`);
      }
      return [...new Set(wrong)];
    },

    // Nothing is wider than the page, but what is scrolled by itself.
    width() {
      const wrong = [];
      const width = document.documentElement.clientWidth;
      if (document.scrollingElement.scrollWidth > width) wrong.push(`the page is ${document.scrollingElement.scrollWidth} wide, and the window ${width}`);
      for (const element of texts()) {
        if (element.closest(".skip")) continue;
        const box = element.getBoundingClientRect();
        let region = element;
        while (region && !scrolls(region)) region = region.parentElement;
        if (!region && (box.right > width + 1 || box.left < -1)) wrong.push(`${name(element)} reaches out of the window`);
        for (let at = element; at && at !== document.body; at = at.parentElement) {
          const style = getComputedStyle(at);
          if (["hidden", "clip"].includes(style.overflowX) && at.scrollWidth > at.clientWidth + 1) wrong.push(`${name(element)} is cut`);
          if (["hidden", "clip"].includes(style.overflowY) && at.scrollHeight > at.clientHeight + 1) wrong.push(`${name(element)} is cut`);
          if (style.textOverflow === "ellipsis") wrong.push(`${name(element)} is cut`);
        }
      }
      return [...new Set(wrong)];
    },

    // What must be scrolled can be reached, and says what it is.
    regions() {
      const wrong = [];
      for (const element of all("body *").filter((element) => scrolls(element) && shown(element))) {
        if (element.tabIndex < 0) wrong.push(`${name(element)} cannot be reached by keyboard`);
        if (element.getAttribute("role") !== "region") wrong.push(`${name(element)} is no region`);
        const label = document.getElementById(element.getAttribute("aria-labelledby"));
        if (!label || !text(label)) wrong.push(`${name(element)} has no name`);
      }
      return wrong;
    },

    contrast() {
      const wrong = new Map();
      for (const element of texts()) {
        const under = background(element);
        const ink = over(channels(getComputedStyle(element).color), under);
        const [light, dark] = [luminance(ink), luminance(under)].sort((a, b) => b - a);
        const ratio = (light + 0.05) / (dark + 0.05);
        if (!(ratio >= 4.5)) wrong.set(`${element.tagName} ${element.className} ${ratio.toFixed(2)}`, `${name(element)} has a contrast of ${ratio.toFixed(2)}`);
      }
      return [...wrong.values()];
    },

    // On paper nothing is folded away, and no table is wider than the sheet.
    paper() {
      const wrong = [];
      const width = document.documentElement.clientWidth;
      for (const table of all("table, pre")) {
        if (table.getBoundingClientRect().right > width + 1) wrong.push(`${name(table)} is wider than the sheet, by ${Math.round(table.getBoundingClientRect().right - width)}`);
      }
      for (const details of all("details")) {
        const inside = [...details.children].filter((element) => element.tagName !== "SUMMARY");
        if (inside.some((element) => !shown(element) || element.getBoundingClientRect().height === 0)) wrong.push(`${name(details)} stays shut`);
      }
      return wrong;
    },
  };
})()
