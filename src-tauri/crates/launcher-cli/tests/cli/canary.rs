//! Twenty planted secrets, every command, success and failure: none of it is
//! printed or left in a file. What needs a desktop is searched in `e2e`.

use std::fs;
use std::path::Path;

use openmeetings_testserver::planted::{self, PLANTED, Planted};
use openmeetings_testserver::{DEMO_PASSWORD, Fault, TestServer};

use crate::support::{Program, Run, command, run_to_end};

/// Who has which password.
const ACCOUNTS: [(&str, Planted); 3] = [
    ("anna", planted::QUOTED),
    ("paul", planted::PERCENT),
    ("admin", planted::UNICODE),
];

struct Canary {
    program: Program,
    /// All that was printed, by the command that printed it.
    said: Vec<(String, String)>,
    /// Commands that ended otherwise than they should.
    otherwise: Vec<String>,
}

/// How a command ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ends {
    Well,
    Badly,
}

impl Canary {
    fn new() -> Self {
        let program = Program::new();
        program.server.change(|world| {
            for (login, password) in ACCOUNTS {
                let user = world.users.iter_mut().find(|user| user.login == login);
                password.secret.clone_into(&mut user.unwrap().password);
            }
        });
        Self {
            program,
            said: Vec::new(),
            otherwise: Vec::new(),
        }
    }

    fn server(&self) -> &TestServer {
        &self.program.server
    }

    /// Runs a command, keeps what it says and whether it ended as it should: a flow
    /// that broke early is no proof of anything.
    fn run(&mut self, ends: Ends, arguments: &[&str], input: &str) -> Run {
        self.told(&[], ends, arguments, input)
    }

    fn told(
        &mut self,
        variables: &[(&str, &str)],
        ends: Ends,
        arguments: &[&str],
        input: &str,
    ) -> Run {
        let mut command = command("C", self.program.home.path());
        command.args(arguments).envs(variables.iter().copied());
        let run = run_to_end(&mut command, input);
        let about = arguments.join(" ");
        if (run.status == 0) != (ends == Ends::Well) {
            let otherwise = format!("`{about}` ended with {}: {}", run.status, run.err);
            self.otherwise.push(otherwise);
        }
        self.said.push((about.clone(), run.out.clone()));
        self.said.push((about, run.err.clone()));
        run
    }

    /// Looks through all that was said and is left.
    fn finds_nothing(&self) {
        let given = self.server().secrets();
        assert!(given.len() >= 6, "sessions and keys: {}", given.len());
        let all = PLANTED.iter().map(|planted| planted.secret);
        let secrets: Vec<&str> = all
            .chain([DEMO_PASSWORD])
            .chain(given.iter().map(String::as_str))
            .collect();
        let mut told = Vec::new();
        let left = files(self.program.home.path());
        for (place, text) in self.said.iter().chain(&left) {
            let found = planted::found_in(text, secrets.iter().copied());
            told.extend(
                found
                    .iter()
                    .map(|form| format!("{form:?} in `{place}`: {text}")),
            );
        }
        assert!(told.is_empty(), "{}", told.join("\n"));
        assert!(self.otherwise.is_empty(), "{}", self.otherwise.join("\n"));
    }
}

/// Every file below a folder, but those that this test wrote.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_none_or(|end| end != "given") {
            let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            found.push((path.display().to_string(), text));
        }
    }
    found
}

/// Writes what somebody hands to the program.
fn given(canary: &Canary, name: &str, text: &str) -> String {
    let path = canary.program.home.path().join(format!("{name}.given"));
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn twenty_planted_secrets_are_told_by_no_command() {
    let mut canary = Canary::new();
    accounts(&mut canary);
    refusals(&mut canary);
    addresses(&mut canary);
    slips(&mut canary);
    files_of_others(&mut canary);
    what_servers_say(&mut canary);
    proxies(&mut canary);
    canary.finds_nothing();
}

/// Passwords of all kinds, on all routes that take one.
fn accounts(canary: &mut Canary) {
    let url = canary.program.url();
    for (login, password) in ACCOUNTS {
        let account = ["--url", &url, "--user", login, "--password-stdin"];
        for json in [&[][..], &["--json"]] {
            let check = ["check", &url, "--user", login, "--password-stdin"];
            canary.run(Ends::Well, &[&check, json].concat(), password.secret);
            let meetings = [&["meetings"], &account[..], json].concat();
            canary.run(Ends::Well, &meetings, password.secret);
        }
        // There is no keychain, which is said.
        let kept = [&["profile", "add", login][..], &account].concat();
        canary.run(Ends::Badly, &kept, password.secret);
        let unkept = [&kept[..], &["--no-password"]].concat();
        canary.run(Ends::Well, &unkept, password.secret);
        canary.run(
            Ends::Badly,
            &["profile", "set-password", login, "--password-stdin"],
            password.secret,
        );
        canary.run(Ends::Well, &["profile", "show", login, "--json"], "");
        // Makes a key; the browser there is none of.
        let join = ["join", "2", "--profile", login, "--password-stdin"];
        canary.run(Ends::Badly, &join, password.secret);
    }
    canary.run(Ends::Well, &["profile", "list", "--json"], "");
    canary.run(Ends::Badly, &["profile", "introduce", "anna"], "");
}

/// What the server refuses, by both ways to log in.
fn refusals(canary: &mut Canary) {
    let url = canary.program.url();
    let check = ["check", &url, "--user", "anna", "--password-stdin"];
    canary.run(Ends::Badly, &check, planted::WRONG.secret);
    canary.server().upgrade("8.1.0");
    canary.run(Ends::Badly, &check, planted::WRONG.secret);
    for fault in [
        Fault::Reset,
        Fault::CutHead,
        Fault::CutBody,
        Fault::ProxyPage(502),
        Fault::Html,
        Fault::NotFound,
    ] {
        canary.server().go_wrong(fault, "user/login", None);
        for json in [&[][..], &["--json"]] {
            canary.run(
                Ends::Badly,
                &[&check, json].concat(),
                planted::IN_QUERY.secret,
            );
        }
        canary.server().heal();
    }
    canary.server().upgrade("9.1.0");
}

/// Addresses, links and keys with something in them that nobody else may have.
fn addresses(canary: &mut Canary) {
    let secret = planted::USER_INFO.secret;
    let host = format!("127.0.0.1:{}", canary.server().address().port());
    let address = format!("http://anna:{secret}@{host}/openmeetings/");
    let room = format!("{address}#room/2");
    let commands: [&[&str]; 6] = [
        &["check", &address],
        &["join", &room],
        &["join", "2", "--url", &address, "--print"],
        &["profile", "add", "X", "--url", &address, "--no-check"],
        &["profile", "import", &address],
        &["profile", "introduce", "anna", "--help-contact", &address],
    ];
    for command in commands {
        canary.run(Ends::Badly, command, "");
    }
    let url = canary.program.url();
    for (planted, name) in [
        (planted::INVITATION, "invitation"),
        (planted::ROOM_KEY, "secure"),
    ] {
        let link = format!("{url}hash?{name}={}", planted.secret);
        canary.run(Ends::Badly, &["join", &link], "");
        let damaged = format!("{url}hash?{name}={}%20x", planted.secret);
        canary.run(Ends::Badly, &["join", &damaged], "");
        canary.run(Ends::Badly, &["check", "nowhere.invalid", &link], "");
    }
    let secret = planted::DEEP_LINK.secret;
    for link in [
        format!("openmeetings://{host}/room/2?pass={secret}"),
        format!("openmeetings://anna:{secret}@{host}/room/2"),
        format!("openmeetings://add-server?url=https://anna:{secret}@{host}/"),
        format!("openmeetings://{secret}"),
    ] {
        canary.run(Ends::Badly, &["join", &link], "");
        canary.run(Ends::Badly, &["profile", "import", &link], "");
    }
}

/// Passwords where people put them by mistake. They stand in the arguments of this
/// process, as typed; it does not repeat them.
fn slips(canary: &mut Canary) {
    let secret = planted::OPTION.secret;
    let attached = format!("--password={secret}");
    let url = canary.program.url();
    let commands: [&[&str]; 7] = [
        &["join", "2", "--password", secret],
        &["join", "2", &attached],
        &[&attached, "join", "2"],
        &["check", &url, "--user", "anna", &attached],
        &["join", "2", "--password-stdin", secret],
        &[&format!("--password-stdin={secret}"), "join"],
        &["check", &url, &format!("--password-stdin={secret}")],
    ];
    for command in commands {
        canary.run(Ends::Badly, command, "");
    }
    let secret = planted::MISPLACED.secret;
    let commands: [&[&str]; 6] = [
        &["check", &url, "--user", "anna", secret],
        &["join", "2", secret],
        &["join", "--language", secret, "2"],
        &["meetings", "--days", secret],
        &[secret],
        &["profile", "set-password", "anna", secret],
    ];
    for command in commands {
        canary.run(Ends::Badly, command, "");
    }
    let secret = planted::ENVIRONMENT.secret;
    let names = ["OPENMEETINGS_PASSWORD", "OPENMEETINGS_LAUNCHER_PASSWORD"];
    let variables = names.map(|name| (name, secret));
    canary.told(
        &variables,
        Ends::Badly,
        &["check", &url, "--user", "anna"],
        "",
    );
}

/// Files of all kinds that say more than they should.
fn files_of_others(canary: &mut Canary) {
    let secret = planted::INVITE_FILE.secret;
    let invitation = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Talk\r\n\
         DTSTART:20301126T100000Z\r\nDTEND:20301126T110000Z\r\n\
         DESCRIPTION:https://anna:{secret}@h.example/om/hash?invitation=abc\r\n\
         URL:https://anna:{secret}@h.example/om/#room/2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    let path = canary.program.home.path().join("invitation.ics");
    fs::write(&path, invitation).unwrap();
    canary.run(Ends::Badly, &["join", path.to_str().unwrap()], "");
    fs::remove_file(&path).unwrap();

    let secret = planted::IMPORT.secret;
    let imports = [
        format!(r#"{{"schema":1,"profiles":[{{"name":"X","password":"{secret}"}}]}}"#),
        format!(r#"{{"schema":1,"profiles":"{secret}"}}"#),
        format!(r#"{{"schema":"{secret}","profiles":[]}}"#),
        format!(r#"[{{"password":"{secret}"}}]"#),
        format!("https://h.example?password={secret} X\nhttps://anna:{secret}@h.example"),
    ];
    for (number, import) in imports.iter().enumerate() {
        let path = given(canary, &format!("import{number}"), import);
        canary.run(Ends::Badly, &["profile", "import", &path], "");
        canary.run(Ends::Badly, &["profile", "import", &path, "--json"], "");
        canary.run(Ends::Badly, &["profile", "import"], import);
    }

    let secret = planted::POLICY.secret;
    let policies = [
        format!(r#"{{"schema":1,"password":"{secret}","servers":"{secret}"}}"#),
        format!(r#"{{"schema":1,"servers":[{{"address":"https://a:{secret}@h"}}]}}"#),
        format!(r#"{{"schema":1,"contact":{{"password":"{secret}"}}}}"#),
        format!(r#"{{"schema":"{secret}"}}"#),
    ];
    for policy in &policies {
        let path = given(canary, "policy", policy);
        canary.run(Ends::Badly, &["policy", "check", &path], "");
        let variable = [("OPENMEETINGS_LAUNCHER_POLICY", path.as_str())];
        canary.told(&variable, Ends::Badly, &["policy", "show"], "");
    }

    damaged_profiles(canary, planted::PROFILES);
}

/// The file with the saved servers is set aside, and quoted nowhere.
fn damaged_profiles(canary: &mut Canary, planted: Planted) {
    let path = canary.program.home.path().join("profiles.json");
    let good = fs::read(&path).unwrap();
    let text = format!(
        r#"{{"schema":1,"profiles":[{{"password":"{}"}}]}}"#,
        planted.secret
    );
    fs::write(&path, text).unwrap();
    canary.run(Ends::Well, &["profile", "list"], "");
    for entry in fs::read_dir(canary.program.home.path()).unwrap() {
        let aside = entry.unwrap().path();
        let text = fs::read_to_string(&aside).unwrap_or_default();
        if text.contains(planted.secret) {
            // What the person's own file held is theirs to throw away.
            fs::remove_file(&aside).unwrap();
        }
    }
    fs::write(&path, good).unwrap();
}

/// A server that repeats what it was told, and one that leads elsewhere.
fn what_servers_say(canary: &mut Canary) {
    let url = canary.program.url();
    let echo = planted::ECHO.secret;
    let check = ["check", &url, "--user", "anna", "--password-stdin"];
    let text = format!("no account has the password {echo}, sorry");
    for status in [200, 500] {
        let fault = Fault::Text(status, text.clone());
        canary.server().go_wrong(fault, "user/login", None);
        for json in [&[][..], &["--json"]] {
            canary.run(Ends::Badly, &[&check, json].concat(), echo);
        }
        canary.server().heal();
    }
    let secret = planted::REDIRECT.secret;
    for to in [
        format!("https://other.example/openmeetings/?sid={secret}"),
        format!("https://other.example/{secret}/login"),
        format!("https://other.example/openmeetings/;jsessionid={secret}"),
        format!("https://anna:{secret}@other.example/"),
    ] {
        for path in ["user/login", "info/version"] {
            let fault = Fault::Redirect(to.clone());
            canary.server().go_wrong(fault, path, None);
            for json in [&[][..], &["--json"]] {
                canary.run(
                    Ends::Badly,
                    &[&check, json].concat(),
                    planted::QUOTED.secret,
                );
            }
            canary.server().heal();
        }
    }
}

/// A proxy with a password, that is not there.
fn proxies(canary: &mut Canary) {
    let secret = planted::PROXY.secret;
    for proxy in [
        format!("http://anna:{secret}@127.0.0.1:9/"),
        format!("http://anna:{secret}@proxy.invalid:3128"),
        format!("socks9://anna:{secret}@proxy.invalid"),
    ] {
        let variables = [
            ("HTTPS_PROXY", proxy.as_str()),
            ("HTTP_PROXY", &proxy),
            ("http_proxy", &proxy),
            ("ALL_PROXY", &proxy),
        ];
        for json in [&[][..], &["--json"]] {
            let check = [&["check", "https://server.invalid/"][..], json].concat();
            canary.told(&variables, Ends::Badly, &check, "");
        }
    }
}
