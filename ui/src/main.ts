import { mount } from "svelte";
import App from "./App.svelte";
import { letCaretRest } from "./caret";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import { app } from "./state/app.svelte";
import { clock } from "./state/clock.svelte";
import { restoreZoom } from "./state/zoom";

const target = document.getElementById("app");
if (target) mount(App, { target });
clock.start();
restoreZoom();
// WebKit on Linux: elsewhere a caret costs next to nothing.
if (/Linux.*AppleWebKit(?!.*Chrome)/.test(navigator.userAgent)) letCaretRest();
void app.start();
