// The little of Markdown that the API's description uses: paragraphs, lists and `code`. Text never becomes markup.

/** Elements for a text; none when there is no text. */
export function prose(markdown) {
  return (markdown ?? "")
    .trim()
    .split(/\n{2,}/)
    .filter((block) => block)
    .map((block) => (block.startsWith("- ") ? list(block) : inline("p", block)));
}

function list(block) {
  const items = document.createElement("ul");
  items.append(...block.slice("- ".length).split(/\n- /).map((item) => inline("li", item)));
  return items;
}

function inline(name, markdown) {
  const parent = document.createElement(name);
  markdown.split("`").forEach((part, index) => {
    const isCode = index % 2 === 1;
    const child = isCode ? document.createElement("code") : document.createTextNode("");
    child.textContent = part;
    parent.append(child);
  });
  return parent;
}
