// What a schema of the API's description allows, as lists of fields.

import { element, text } from "./templates.js";
import { prose } from "./api-prose.js";

/** Schemas that hold themselves end here. */
const DEEPEST = 6;

/** What a {"$ref": ...} leads to; what stands beside it, such as a description of its own, wins. */
export function resolve(api, value) {
  if (!value?.$ref) {
    return value;
  }
  const { $ref, ...beside } = value;
  const target = $ref.slice("#/".length).split("/").reduce((node, key) => node[key], api);
  return { ...resolve(api, target), ...beside };
}

/**
 * The fields of a schema, those below them included.
 * @param flag what stands beside each; "required" or "optional" when it is left out
 */
export function fields(api, schema, flag, depth = 0) {
  const list = element("fields");
  const { properties, required = [] } = inner(api, schema) ?? {};
  for (const [name, reference] of Object.entries(depth < DEEPEST ? (properties ?? {}) : {})) {
    const property = resolve(api, reference);
    const note = flag ?? (required.includes(name) ? "" : text("optional"));
    const field = element("field", { name, type: typeOf(api, property), flag: note });
    const detail = field.querySelector("dd");
    detail.append(...prose(property.description));
    if (inner(api, property)) {
      detail.append(fields(api, property, undefined, depth + 1));
    }
    list.append(field);
  }
  return list;
}

/** The object that a schema is, lists, or allows beside null; undefined when there is none. */
function inner(api, schema) {
  const resolved = resolve(api, schema);
  if (resolved?.properties) {
    return resolved;
  }
  const below = resolved?.items ? [resolved.items] : (resolved?.anyOf ?? resolved?.oneOf ?? []);
  return below.map((one) => inner(api, one)).find((one) => one);
}

/** A schema's type in words. */
function typeOf(api, schema) {
  const { type, items, anyOf, oneOf, const: only, minimum, maximum } = schema;
  if (schema.enum) {
    return text("one-of", { values: schema.enum.join(", ") });
  }
  if (only !== undefined) {
    return JSON.stringify(only);
  }
  if (anyOf ?? oneOf) {
    return either((anyOf ?? oneOf).map((one) => typeOf(api, resolve(api, one))));
  }
  if (schema.contentMediaType) {
    return text("file");
  }
  if (schema.contentEncoding) {
    return text(schema.contentEncoding);
  }
  if (type === "array" && items) {
    return text("list-of", { of: typeOf(api, resolve(api, items)) });
  }
  const name = either([type ?? "any"].flat());
  if (minimum !== undefined && maximum !== undefined) {
    return text("from-to", { type: name, least: minimum, most: maximum });
  }
  return minimum === undefined ? name : text("at-least", { type: name, least: minimum });
}

const either = (types) => types.reduce((left, right) => text("or", { left, right }));
