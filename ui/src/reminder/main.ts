import { mount } from "svelte";
import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/controls.css";
import { app } from "../state/app.svelte";
import Reminders from "./Reminders.svelte";
import { seconds } from "./seconds.svelte";

const target = document.getElementById("app");
if (target) mount(Reminders, { target });
seconds.start();
void app.start();
