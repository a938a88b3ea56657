// Runs before the page is painted, so that it never flashes in another theme. Dark, light or as the system has it.
"use strict";
(() => {
  const THEMES = ["dark", "light", "system"];
  const root = document.documentElement;
  const remembered = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage is switched off
    }
  };
  const chosen = remembered();
  root.dataset.theme = THEMES.includes(chosen) ? chosen : "dark";
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const name = () => {
      const word = button.dataset[root.dataset.theme];
      button.querySelector("span").textContent = word;
      button.setAttribute("aria-label", `${button.dataset.label}: ${word}`);
    };
    button.addEventListener("click", () => {
      root.dataset.theme = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
      name();
      try {
        localStorage.setItem("theme", root.dataset.theme);
      } catch {
        // then it holds until the page is left
      }
    });
    name();
  });
})();
