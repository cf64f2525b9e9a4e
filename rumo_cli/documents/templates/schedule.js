"use strict";
(() => {
  const form = document.querySelector("form");
  const search = form.querySelector("input");
  const selects = [...form.querySelectorAll("select")];
  const status = form.querySelector("[role=status]");
  const fold = (text) => text.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
  const sections = [...document.querySelectorAll("section")].map((element) => {
    const heading = element.querySelector("h2").textContent;
    const entries = [...element.querySelectorAll("li")].map((item) => ({
      element: item,
      text: fold(`${heading} ${item.textContent}`),
      choices: new Set(item.dataset.in?.split("+")),
    }));
    return { element, entries };
  });
  const total = sections.reduce((sum, { entries }) => sum + entries.length, 0);

  const show = (element, visible) => {
    if (element.hidden === visible) element.hidden = !visible;
  };
  const apply = () => {
    const words = fold(search.value).split(" ");
    const wanted = selects.map(({ value }) => value).filter(Boolean);
    const fits = ({ text, choices }) =>
      words.every((word) => text.includes(word)) && wanted.every((choice) => choices.has(choice));
    let shown = 0;
    for (const { element, entries } of sections) {
      const before = shown;
      for (const entry of entries) {
        const visible = fits(entry);
        shown += visible;
        show(entry.element, visible);
      }
      show(element, shown > before);
    }
    status.textContent = shown ? `Показано: ${shown} из ${total}` : "Ничего не нашлось: измените условия.";
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The fields are empty only after the event.
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = false;
  apply();
})();
