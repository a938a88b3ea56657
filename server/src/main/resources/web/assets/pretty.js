/** JSON, indented, with what is small and holds nothing else on one line: a corner, a character, a box. */
export function pretty(value) {
  return JSON.stringify(value, null, 2).replace(/([[{])\n\s+([^[\]{}]{1,160}?)\n\s+([\]}])/g, (_, open, inner, close) => {
    const line = inner.replace(/\n\s+/g, " ");
    return open === "{" ? `{ ${line} }` : `[${line}]`;
  });
}
