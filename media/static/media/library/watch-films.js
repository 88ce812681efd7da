// The library and a film's page: bars that move by themselves, and a word for screen readers.

import { show, watch } from "./progress.js";

const { progressUrl } = document.querySelector("script[data-progress-url]").dataset;

watch(document, progressUrl, (element, report) => {
  show(element, report);
  if (report.growing) return;
  const news = document.querySelector("[data-films-news]");
  if (news) news.textContent = `${element.dataset.title}: ${report.label}`;
  // The page of the film then has posters, qualities and facts to show.
  if (element.hasAttribute("data-reload")) location.reload();
});
