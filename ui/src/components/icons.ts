/**
 * Line drawings on a grid of 16, drawn with strokes of 1.5. One path each, so
 * that a name is all a component needs.
 */
export const icons = {
  back: "M9.5 3.5 5 8l4.5 4.5",
  bell: "M8 2a4 4 0 0 0-4 4v3l-1.25 2h10.5L12 9V6a4 4 0 0 0-4-4ZM6.5 13.5h3",
  calendar: "M3 4.5h10v8.5H3zM3 7.5h10M5.5 2.5v2M10.5 2.5v2",
  check: "m3.5 8.5 3 3 6-7",
  chevron: "m4.5 6.5 3.5 3.5 3.5-3.5",
  close: "m4 4 8 8M12 4l-8 8",
  door: "M4 13.5v-11h8v11M2 13.5h12M9.5 8v.01",
  down: "M8 3v10M4 9l4 4 4-4",
  forward: "M6.5 3.5 11 8l-4.5 4.5",
  grip: "M6 4v.01M10 4v.01M6 8v.01M10 8v.01M6 12v.01M10 12v.01",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.5v3.5M8 5v.01",
  link: "M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.4-2.4a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.3 9a2.6 2.6 0 0 0 3.7 3.7l.9-.9",
  lock: "M4 7h8v6H4zM5.8 7V5a2.2 2.2 0 0 1 4.4 0v2",
  more: "M3.5 8v.01M8 8v.01M12.5 8v.01",
  plus: "M8 3v10M3 8h10",
  search: "M11.3 11.3 14 14M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Z",
  server: "M3 3h10v4H3zM3 9h10v4H3zM5.5 5v.01M5.5 11v.01",
  settings:
    "M2.5 5h5.2M12.3 5h1.2M10 6.9a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8ZM2.5 11h1.2M8.3 11h5.2M6 12.9a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8Z",
  star: "m8 2.2 1.75 3.7 4.05.55-2.95 2.82.72 4.03L8 11.35 4.43 13.3l.72-4.03L2.2 6.45l4.05-.55L8 2.2Z",
  up: "M8 13V3M4 7l4-4 4 4",
  warning: "M8 2.5 14.5 13.5h-13L8 2.5ZM8 6.5v3.2M8 11.7v.01",
} as const;

export type IconName = keyof typeof icons;
