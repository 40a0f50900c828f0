import { mount } from "svelte";
import App from "./App.svelte";
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
void app.start();
