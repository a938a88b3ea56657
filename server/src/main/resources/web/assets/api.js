// Shows the description of the API, /api/v1/openapi.json: contents, operations, parameters, answers.

import { element, fill, text } from "./templates.js";
import { fields, resolve } from "./api-fields.js";
import { prose } from "./api-prose.js";
import { pretty } from "./pretty.js";

const DESCRIPTION = "/api/v1/openapi.json";

const METHODS = ["get", "post", "put", "patch", "delete"];

/** What a file is called in examples. */
const FILE = "photo.jpg";

function show(api) {
  document.getElementById("about").replaceChildren(...prose(api.info.description));
  const contents = document.getElementById("contents");
  const groups = document.getElementById("groups");
  for (const tag of api.tags) {
    const list = element("contents-group", { name: tag.name });
    const group = element("group", { name: tag.name });
    group.append(...prose(tag.description));
    for (const operation of operationsOf(api, tag.name)) {
      const { id, method, path } = operation;
      list.querySelector("ul").append(fill("contents-entry", { id, method, path }));
      group.append(articleOf(api, operation));
    }
    contents.append(list);
    groups.append(group);
  }
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

/** Each operation once, under the first of its tags. */
function operationsOf(api, tag) {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]?.tags[0] === tag).map((method) => ({
      path,
      method: method.toUpperCase(),
      id: item[method].operationId,
      ...item[method],
      parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map((one) => resolve(api, one)),
    })),
  );
}

function articleOf(api, operation) {
  const { id, method, path, summary } = operation;
  const article = element("operation", { id, method, path, summary });
  article.append(...prose(operation.description));
  if (operation["x-also-at"]) {
    article.append(...prose(text("also-at", { paths: operation["x-also-at"].map((other) => `\`${other}\``).join(", ") })));
  }
  article.append(terminal(operation));
  if (operation.parameters.length > 0) {
    article.append(parameters(api, operation.parameters));
  }
  if (operation.requestBody) {
    const section = element("body");
    section.append(...contents(api, resolve(api, operation.requestBody).content));
    article.append(section);
  }
  article.append(answers(api, operation.responses));
  return article;
}

function parameters(api, all) {
  const section = element("parameters");
  for (const { name, in: place, required, schema, description } of all) {
    const flag = `${text(`in-${place}`)}, ${text(required ? "required" : "optional")}`;
    section.querySelector("dl").append(fields(api, { properties: { [name]: { ...resolve(api, schema), description } } }, flag).firstElementChild);
  }
  return section;
}

function answers(api, responses) {
  const section = element("answers");
  for (const [status, reference] of Object.entries(responses)) {
    const response = resolve(api, reference);
    const details = element("answer", { status });
    details.querySelector(".what").append(...prose(response.description));
    details.append(...contents(api, response.content ?? {}));
    details.open = status.startsWith("2");
    section.append(details);
  }
  return section;
}

/** Each media type with an example and its fields. */
function contents(api, content) {
  return Object.entries(content).flatMap(([type, { schema, example }]) => {
    const parts = [element("media-type", { type })];
    if (example !== undefined) {
      const code = element("example");
      code.querySelector("pre").textContent = typeof example === "string" ? example : pretty(example);
      parts.push(code);
    }
    if (schema) {
      parts.push(fields(api, resolve(api, schema)));
    }
    return parts;
  });
}

/** The operation as a command line of curl. */
function terminal({ method, path, requestBody }) {
  const section = element("from-terminal");
  const address = `${location.origin}${path}`;
  section.querySelector("pre").textContent = ["curl", ...flags(method, requestBody?.content ?? {}), address].join(" ");
  return section;
}

function flags(method, content) {
  const form = content["multipart/form-data"]?.schema?.properties;
  const json = content["application/json"]?.example;
  if (form) {
    const file = Object.keys(form).find((name) => form[name].contentMediaType) ?? Object.keys(form)[0];
    return [`-F ${file}=@${FILE}`];
  }
  if (json) {
    return ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(json)}'`];
  }
  return method === "GET" || method === "POST" ? [] : [`-X ${method}`];
}

try {
  const response = await fetch(DESCRIPTION);
  show(await response.json());
} catch (error) {
  console.error(error);
  document.getElementById("groups").replaceChildren(fill("unreachable"));
}
