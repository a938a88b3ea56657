// Fills the page's templates: {name} in texts and attributes becomes the value of that name. Values never become markup.

const PLACEHOLDER = /\{(\w+)\}/g;

const filled = (text, values) => text.replace(PLACEHOLDER, (whole, name) => (name in values ? String(values[name]) : whole));

/** A copy of the template with the given id, as a fragment. */
export function fill(id, values = {}) {
  const fragment = document.getElementById(id).content.cloneNode(true);
  const nodes = document.createTreeWalker(fragment, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      node.data = filled(node.data, values);
    } else {
      for (const attribute of node.attributes) {
        attribute.value = filled(attribute.value, values);
      }
    }
  }
  return fragment;
}

/** The first element of such a copy. */
export const element = (id, values) => fill(id, values).firstElementChild;

/** The text of such a copy. */
export const text = (id, values) => fill(id, values).textContent.trim();

/** 0.974 as "97 %"; sure ones keep a decimal, since 99.4 and 99.9 are far apart. */
export const percent = (share) => `${(share * 100).toFixed(share >= 0.95 ? 1 : 0)} %`;
