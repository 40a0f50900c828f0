//! The proxy of the system is gone through, and what it says has its sentence.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use openmeetings_testserver::TlsCertificate;

use crate::support::{Program, Run, json, run_with};

/// A name that nobody can look up: only a proxy leads there.
const NOWHERE: &str = "meet.invalid";

#[derive(Clone, Copy)]
enum Manner {
    /// Leads to this server, whoever is asked for.
    To(SocketAddr),
    /// Answers everything like this.
    Says(&'static str),
}

/// A proxy, and the first line of each request that it got.
struct Proxy {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let seen = Arc::clone(&asked);
        thread::spawn(move || {
            for caller in listener.incoming().map_while(Result::ok) {
                let seen = Arc::clone(&seen);
                // A caller that goes away in between is none of the test's.
                thread::spawn(move || serve(caller, manner, &seen).ok());
            }
        });
        Self { address, asked }
    }

    fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn serve(mut caller: TcpStream, manner: Manner, seen: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut reader = BufReader::new(caller.try_clone()?);
    let mut head = String::new();
    while reader.read_line(&mut head)? > 2 {}
    let first = head.lines().next().unwrap_or_default().to_owned();
    let is_tunnel = first.starts_with("CONNECT ");
    seen.lock().unwrap().push(first);
    let server = match manner {
        Manner::To(server) => server,
        Manner::Says(answer) => return caller.write_all(answer.as_bytes()),
    };
    let mut server = TcpStream::connect(server)?;
    if is_tunnel {
        caller.write_all(b"HTTP/1.1 200 OK\r\n\r\n")?;
    } else {
        server.write_all(head.as_bytes())?;
    }
    let mut back = (server.try_clone()?, caller.try_clone()?);
    thread::spawn(move || {
        std::io::copy(&mut back.0, &mut back.1).ok();
        back.1.shutdown(Shutdown::Write)
    });
    std::io::copy(&mut reader.by_ref(), &mut server)?;
    server.shutdown(Shutdown::Write)
}

fn check(program: &Program, url: &str, more: &[&str], environment: &[(&str, &str)]) -> Run {
    let arguments = [&["check", url, "--json"], more].concat();
    run_with(environment, program.home.path(), &arguments, "")
}

#[test]
fn encrypted_servers_are_reached_through_a_tunnel_of_the_proxy() {
    let certificate = TlsCertificate::trusted(&[NOWHERE]).unwrap();
    let program = Program::with(|server| server.tls(certificate));
    let pem = program.home.path().join("authority.pem");
    std::fs::write(&pem, program.server.authority_pem().unwrap()).unwrap();
    let proxy = Proxy::start(Manner::To(program.server.address()));
    let url = format!("https://{NOWHERE}/openmeetings/");
    let trust = ["--trust", pem.to_str().unwrap()];
    for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"] {
        let run = check(&program, &url, &trust, &[(name, &proxy.url())]);
        assert_eq!(run.status, 0, "{name}: {}", run.err);
    }
    let tunnel = format!("CONNECT {NOWHERE}:443 HTTP/1.1");
    let asked = proxy.asked();
    assert!(
        asked.len() >= 3 && asked.iter().all(|line| *line == tunnel),
        "{asked:?}"
    );
}

#[test]
fn open_servers_are_asked_for_in_whole_by_the_proxy() {
    let program = Program::new();
    let proxy = Proxy::start(Manner::To(program.server.address()));
    let url = format!("http://{NOWHERE}/openmeetings/");
    let run = check(&program, &url, &[], &[("http_proxy", &proxy.url())]);
    assert_eq!(run.status, 0, "{}", run.err);
    let asked = proxy.asked();
    let whole = format!("GET {url}services/info/version HTTP/1.1");
    assert!(asked.contains(&whole), "{asked:?}");
}

#[test]
fn exceptions_from_the_proxy_hold() {
    let program = Program::new();
    let proxy = Proxy::start(Manner::Says("HTTP/1.1 502 Bad Gateway\r\n\r\n"));
    let at = ("http_proxy", &*proxy.url());
    let url = program.url();
    for exceptions in ["localhost,127.0.0.1", "example.org, 127.0.0.0/8, localhost"] {
        let run = check(&program, &url, &[], &[at, ("NO_PROXY", exceptions)]);
        assert_eq!(run.status, 0, "{}", run.err);
    }
    assert!(proxy.asked().is_empty());
    let run = check(&program, &url, &[], &[at, ("NO_PROXY", "example.org")]);
    assert_ne!(run.status, 0);
    assert!(!proxy.asked().is_empty());
}

#[test]
fn a_proxy_that_wants_a_login_or_leads_nowhere_has_its_sentence() {
    const LOGIN: &str = "HTTP/1.1 407 Proxy Authentication Required\r\n\
        Proxy-Authenticate: Basic\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    const ELSEWHERE: &str = "HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\n\
        Content-Length: 0\r\nConnection: close\r\n\r\n";
    const PAGE: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\
        Connection: close\r\n\r\nlogin!";
    const FORBIDDEN: &str = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\
        Connection: close\r\n\r\n";
    let program = Program::new();
    for (scheme, answer, code) in [
        ("https", LOGIN, "proxy-needs-login"),
        ("http", LOGIN, "proxy-needs-login"),
        ("https", ELSEWHERE, "proxy-refused"),
        ("https", FORBIDDEN, "proxy-refused"),
        ("http", ELSEWHERE, "redirected-elsewhere"),
        ("http", PAGE, "not-open-meetings"),
    ] {
        let proxy = Proxy::start(Manner::Says(answer));
        let secret = format!("http://anna:pl4nted@{}", proxy.address);
        let url = format!("{scheme}://{NOWHERE}/openmeetings/");
        let run = check(&program, &url, &[], &[("ALL_PROXY", &secret)]);
        let error = &json(&run.out)["error"];
        assert_eq!(error["code"], code, "{scheme}: {}", run.err);
        assert!(!format!("{}{}", run.out, run.err).contains("pl4nted"));
    }
}
