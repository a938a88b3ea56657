// Filters take effect when they are chosen; addresses keep only those that are set.

import "./ago.js";

const form = document.getElementById("search");

form.addEventListener("change", (event) => {
  if (!event.target.matches("[type=search], [type=radio]") || form.plate.value !== "") {
    form.requestSubmit();
  }
});
form.addEventListener("formdata", (event) => {
  for (const [name, value] of [...event.formData]) {
    if (value === "" || (name === "match" && form.plate.value === "")) {
      event.formData.delete(name);
    }
  }
});
