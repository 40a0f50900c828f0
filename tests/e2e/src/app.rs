//! [`App`]: the window, used as a person uses it: by the names of things.

use std::process::Child;

use serde_json::{Value, json};
use thirtyfour::components::SelectElement;
use thirtyfour::{WebDriver, WebElement};

use crate::desktop::Desktop;
use crate::processes::Process;
use crate::wait;
use crate::webdriver;
use crate::x11::Window;

/// What keeps names of another direction apart; nobody sees them.
const ISOLATES: [char; 4] = ['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];

const LOCATE: &str = include_str!("locate.js");

/// An open window.
pub struct App<'a> {
    desktop: &'a Desktop,
    driver: Option<WebDriver>,
    /// Takes the window with it when it ends.
    process: Child,
}

impl std::fmt::Debug for App<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}

impl<'a> App<'a> {
    /// Starts the window, and the resident with it if there is none.
    pub async fn open(desktop: &'a Desktop) -> Self {
        let (driver, process) = webdriver::open_window(desktop).await;
        Self {
            desktop,
            driver: Some(driver),
            process,
        }
    }

    /// Presses a button.
    pub async fn click(&self, name: &str) {
        self.click_at(name, None).await;
    }

    /// Presses a button of a group: of a row, a card, a section.
    pub async fn click_in(&self, group: &str, name: &str) {
        self.click_at(name, Some(group)).await;
    }

    /// Presses a button with which the window ends.
    pub async fn click_last(&self, name: &str) {
        self.act(&format!("button “{name}” to press"), async || {
            let button = self.find("button", name, None).await?;
            // Who is to say that it was pressed, ends with it.
            let _ = button.click().await;
            Some(())
        })
        .await;
    }

    /// Types into an empty field, or over what stands there.
    pub async fn fill(&self, name: &str, text: &str) {
        self.act(&format!("field “{name}”"), async || {
            let field = self.find("field", name, None).await?;
            field.clear().await.ok()?;
            field.send_keys(text).await.ok()
        })
        .await;
    }

    /// Presses Enter in a field.
    pub async fn enter(&self, name: &str) {
        self.act(&format!("field “{name}”"), async || {
            let field = self.find("field", name, None).await?;
            field.send_keys(thirtyfour::Key::Enter).await.ok()
        })
        .await;
    }

    /// Pastes what was copied, with the keys for it.
    pub async fn paste_into(&self, name: &str, text: &str) {
        self.desktop.copy(text);
        self.act(&format!("field “{name}”"), async || {
            let field = self.find("field", name, None).await?;
            field.clear().await.ok()?;
            field.send_keys(thirtyfour::Key::Control + "v").await.ok()
        })
        .await;
    }

    /// Turns a switch.
    pub async fn switch(&self, name: &str) {
        self.act(&format!("switch “{name}”"), async || {
            let switch = self.find("field", name, None).await?;
            switch.click().await.ok()
        })
        .await;
    }

    /// Takes one of several.
    pub async fn choose(&self, name: &str, option: &str) {
        self.act(&format!("“{option}” of “{name}”"), async || {
            let list = self.find("field", name, None).await?;
            let list = SelectElement::new(&list).await.ok()?;
            list.select_by_exact_text(option).await.ok()
        })
        .await;
    }

    /// Waits for a text.
    pub async fn shows(&self, words: &str) {
        self.act(&format!("“{words}”"), async || {
            self.text().await.contains(words).then_some(())
        })
        .await;
    }

    /// Waits until a field holds a text.
    pub async fn holds(&self, text: &str) {
        self.act(&format!("field with “{text}”"), async || {
            let read = "return [...document.querySelectorAll('input')].map((one) => one.value)";
            let values = self.read(read).await?;
            let mut values = values.as_array()?.iter();
            values.any(|value| value == text).then_some(())
        })
        .await;
    }

    /// Waits until a text is gone.
    pub async fn shows_no_more(&self, words: &str) {
        self.act(&format!("page without “{words}”"), async || {
            (!self.text().await.contains(words)).then_some(())
        })
        .await;
    }

    /// Waits for a button.
    pub async fn offers(&self, name: &str) {
        self.act(&format!("button “{name}”"), async || {
            self.find("button", name, None).await.map(drop)
        })
        .await;
    }

    /// From now on the page remembers what it showed, however shortly.
    pub async fn remember(&self) {
        let watch = "window.shown = document.body.innerText;\
            const watcher = new MutationObserver(() => window.shown += document.body.innerText);\
            watcher.observe(document.body, { subtree: true, childList: true, characterData: true })";
        self.driver().execute(watch, Vec::new()).await.unwrap();
    }

    /// Waits until a text was there, be it gone again, since [`App::remember`].
    pub async fn showed(&self, words: &str) {
        self.act(&format!("trace of “{words}”"), async || {
            let shown = self.read("return window.shown").await?;
            shown.as_str()?.contains(words).then_some(())
        })
        .await;
    }

    /// Waits until what the page holds is on the screen: it is drawn a little later.
    pub async fn is_drawn(&self) {
        let wait = "const done = arguments[0];\
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)))";
        self.driver().execute_async(wait, Vec::new()).await.unwrap();
    }

    /// Waits until the field in use shows no caret.
    pub async fn has_no_caret(&self) {
        self.act("field without a caret", async || {
            let read = "return document.getSelection().rangeCount";
            (self.read(read).await? == 0).then_some(())
        })
        .await;
    }

    /// What can be read now.
    pub async fn text(&self) -> String {
        let read = self.read("return document.body.innerText").await;
        let text = read.as_ref().and_then(Value::as_str).unwrap_or_default();
        text.replace(ISOLATES, "")
    }

    /// The page as it is, with what is in its fields.
    pub async fn source(&self) -> String {
        let read = "return document.documentElement.outerHTML +\
            [...document.querySelectorAll('input')].map((field) => field.value).join(' ')";
        let answer = self.driver().execute(read, Vec::new()).await.unwrap();
        answer.convert().unwrap()
    }

    /// The process of the window.
    pub fn process(&self) -> Process {
        let mut all = self.desktop.windows();
        all.retain(|process| !process.arguments.iter().any(|word| word == "--reminder"));
        all.pop().expect("the window runs")
    }

    /// The window on the display.
    pub async fn window(&self) -> Window {
        self.desktop.shows_window().await
    }

    /// Closes the window as a person does, and waits until its program has ended.
    pub async fn close(self) {
        let process = self.process();
        let window = self.window().await;
        let ended = async || (!process.is_running()).then_some(());
        self.desktop
            .close_until(&window, "end of the window", ended)
            .await;
    }

    async fn click_at(&self, name: &str, group: Option<&str>) {
        let place = group
            .map(|group| format!(" in “{group}”"))
            .unwrap_or_default();
        self.act(
            &format!("button “{name}”{place} to press"),
            async || {
                let button = self.find("button", name, group).await?;
                button.click().await.ok()
            },
        )
        .await;
    }

    /// What a script finds in the page; nothing while it cannot be asked.
    async fn read(&self, script: &str) -> Option<Value> {
        let answer = self.driver().execute(script, Vec::new()).await.ok()?;
        Some(answer.json().clone())
    }

    async fn find(&self, role: &str, name: &str, group: Option<&str>) -> Option<WebElement> {
        let arguments = vec![json!(role), json!(name), json!(group)];
        let found = self.driver().execute(LOCATE, arguments).await.ok()?;
        found.element().ok()
    }

    /// Tries until it is done; if it never is, says what the window shows instead.
    async fn act<F>(&self, what: &str, mut attempt: F)
    where
        F: AsyncFnMut() -> Option<()>,
    {
        if wait::within(wait::LIMIT, &mut attempt).await.is_some() {
            return;
        }
        let text = self.text().await;
        panic!(
            "there is no {what}; the window shows:
{text}"
        );
    }

    fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("it is there until the end")
    }
}

impl Drop for App<'_> {
    fn drop(&mut self) {
        // Ends with its process, without long good-byes.
        if let Some(driver) = self.driver.take() {
            let _ = driver.leak();
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
