//! Whom the client trusts.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod support;

use openmeetings_client::{BaseUrl, CertificateProblem, Client, ClientBuilder, KeyFingerprint};
use openmeetings_testserver::{TestServer, TlsCertificate};
use support::server;

async fn start(certificate: TlsCertificate) -> TestServer {
    server().tls(certificate).start().await.unwrap()
}

fn builder(server: &TestServer) -> ClientBuilder {
    Client::builder(server.base_url().parse().unwrap())
}

fn key_of(certificate: &TlsCertificate) -> KeyFingerprint {
    let digest = ring::digest::digest(&ring::digest::SHA256, certificate.public_key());
    <[u8; 32]>::try_from(digest.as_ref()).unwrap().into()
}

fn trusting(server: &TestServer) -> ClientBuilder {
    builder(server)
        .trust_pem(server.authority_pem().unwrap().as_bytes())
        .unwrap()
}

async fn problem(client: ClientBuilder) -> Option<CertificateProblem> {
    let error = client.build().unwrap().version().await.unwrap_err();
    assert!(error.is_tls(), "{error:?}");
    error.certificate_problem()
}

#[tokio::test]
async fn a_trusted_certificate_is_accepted_and_an_unknown_one_named() {
    let server = start(TlsCertificate::trusted(&["localhost"]).unwrap()).await;
    assert!(trusting(&server).build().unwrap().version().await.is_ok());
    assert_eq!(
        problem(builder(&server)).await,
        Some(CertificateProblem::UnknownIssuer)
    );
}

#[tokio::test]
async fn wrong_names_and_times_are_named() {
    let server = start(TlsCertificate::trusted(&["elsewhere.example"]).unwrap()).await;
    assert_eq!(
        problem(trusting(&server)).await,
        Some(CertificateProblem::WrongName)
    );
    let server = start(TlsCertificate::expired(&["localhost"]).unwrap()).await;
    assert_eq!(
        problem(trusting(&server)).await,
        Some(CertificateProblem::Expired)
    );
}

#[tokio::test]
async fn a_certificate_whose_key_is_public_is_refused_even_where_it_is_trusted() {
    let certificate = TlsCertificate::trusted(&["localhost"]).unwrap();
    let digest = ring::digest::digest(&ring::digest::SHA256, certificate.der());
    let fingerprint: [u8; 32] = digest.as_ref().try_into().unwrap();
    let server = start(certificate).await;
    let refusing = trusting(&server).refuse_certificate(fingerprint);
    assert_eq!(
        problem(refusing).await,
        Some(CertificateProblem::ShippedDefault)
    );
}

#[tokio::test]
async fn a_certificate_made_anew_like_the_shipped_one_is_refused_like_it() {
    let server = start(TlsCertificate::like_the_shipped_one().unwrap()).await;
    for client in [builder(&server), trusting(&server)] {
        assert_eq!(
            problem(client).await,
            Some(CertificateProblem::ShippedDefault)
        );
    }
}

#[tokio::test]
async fn plain_http_where_tls_is_spoken_is_an_error_with_a_meaning() {
    let server = start(TlsCertificate::trusted(&["localhost"]).unwrap()).await;
    let plain: BaseUrl = server.base_url().replace("https", "http").parse().unwrap();
    let error = Client::new(plain).unwrap().version().await.unwrap_err();
    assert!(error.is_cut() || error.is_not_openmeetings(), "{error:?}");
    let server = support::server().start().await.unwrap();
    let encrypted: BaseUrl = server.base_url().replace("http", "https").parse().unwrap();
    let error = Client::new(encrypted).unwrap().version().await.unwrap_err();
    assert!(error.is_tls(), "{error:?}");
}

#[tokio::test]
async fn the_key_of_a_server_is_known_after_a_call_and_can_be_expected_from_then_on() {
    let certificate = TlsCertificate::trusted(&["localhost"]).unwrap();
    let key = key_of(&certificate);
    let server = start(certificate).await;
    let client = trusting(&server).build().unwrap();
    assert_eq!(client.server_key(), None, "nothing was asked yet");
    client.version().await.unwrap();
    assert_eq!(client.server_key(), Some(key));
    let expecting = trusting(&server).expect_key(key).build().unwrap();
    assert!(expecting.version().await.is_ok());
    assert_eq!(expecting.server_key(), Some(key));
}

#[tokio::test]
async fn another_key_than_expected_is_refused_before_anything_is_asked() {
    let server = start(TlsCertificate::trusted(&["localhost"]).unwrap()).await;
    let client = trusting(&server).build().unwrap();
    client.version().await.unwrap();
    let asked_before = server.requests().len();
    let other = KeyFingerprint::from([7; 32]);
    assert_eq!(
        problem(trusting(&server).expect_key(other)).await,
        client
            .server_key()
            .map(|shown| CertificateProblem::OtherKey {
                expected: other,
                shown
            })
    );
    assert_eq!(server.requests().len(), asked_before);
}

#[tokio::test]
async fn the_expected_key_does_not_make_a_bad_certificate_good() {
    let server = start(TlsCertificate::expired(&["localhost"]).unwrap()).await;
    let Some(CertificateProblem::OtherKey { shown, .. }) =
        problem(trusting(&server).expect_key([7; 32].into())).await
    else {
        panic!("its key was not looked at");
    };
    assert_eq!(
        problem(trusting(&server).expect_key(shown)).await,
        Some(CertificateProblem::Expired)
    );
}

#[tokio::test]
async fn a_certificate_that_begins_later_and_one_without_its_chain_are_named() {
    let server = start(TlsCertificate::not_yet_valid(&["localhost"]).unwrap()).await;
    assert_eq!(
        problem(trusting(&server)).await,
        Some(CertificateProblem::NotYetValid)
    );
    let server = start(TlsCertificate::without_intermediate(&["localhost"]).unwrap()).await;
    assert_eq!(
        problem(trusting(&server)).await,
        Some(CertificateProblem::IncompleteChain)
    );
    let server = start(TlsCertificate::with_intermediate(&["localhost"]).unwrap()).await;
    assert!(trusting(&server).build().unwrap().version().await.is_ok());
    assert_eq!(
        problem(builder(&server)).await,
        Some(CertificateProblem::UnknownIssuer),
        "the chain is complete, only nobody trusts it"
    );
}

#[tokio::test]
async fn a_certificate_people_made_themselves_has_an_unknown_issuer() {
    let server = start(TlsCertificate::self_signed(&["localhost"]).unwrap()).await;
    assert_eq!(
        problem(builder(&server)).await,
        Some(CertificateProblem::UnknownIssuer)
    );
}

#[tokio::test]
async fn a_refused_certificate_tells_its_key_names_issuer_and_times() {
    let certificate = TlsCertificate::expired(&["meet.example", "127.0.0.9"]).unwrap();
    let key = key_of(&certificate);
    let server = start(certificate).await;
    let client = trusting(&server).build().unwrap();
    let error = client.version().await.unwrap_err();
    let shown = error.shown_certificate().unwrap();
    assert_eq!(shown.key, Some(key));
    assert_eq!(shown.names, ["meet.example", "127.0.0.9"]);
    assert_eq!(shown.issuer.as_deref(), Some("OpenMeetings test authority"));
    assert_eq!(
        shown.valid_from.unwrap().to_string(),
        "1970-01-01T00:00:00Z"
    );
    assert_eq!(
        shown.valid_until.unwrap().to_string(),
        "1971-01-01T00:00:00Z"
    );
    let nobody = Client::new("https://127.0.0.1:9/".parse().unwrap()).unwrap();
    let error = nobody.version().await.unwrap_err();
    assert_eq!(error.shown_certificate(), None);
}

#[tokio::test]
async fn a_pinned_key_is_accepted_whatever_its_certificate_says() {
    for certificate in [
        TlsCertificate::trusted(&["elsewhere.example"]),
        TlsCertificate::expired(&["localhost"]),
        TlsCertificate::not_yet_valid(&["localhost"]),
        TlsCertificate::without_intermediate(&["localhost"]),
        TlsCertificate::self_signed(&["localhost"]),
    ] {
        let certificate = certificate.unwrap();
        let key = key_of(&certificate);
        let server = start(certificate).await;
        let client = builder(&server).pin_key(key).build().unwrap();
        assert!(client.version().await.is_ok());
        assert_eq!(client.server_key(), Some(key));
    }
}

#[tokio::test]
async fn a_pinned_server_with_another_key_is_asked_nothing_however_good_its_certificate() {
    let pinned = TlsCertificate::trusted(&["localhost"]).unwrap();
    let other = TlsCertificate::trusted(&["localhost"]).unwrap();
    let (was, is) = (key_of(&pinned), key_of(&other));
    let server = start(other).await;
    assert_eq!(
        problem(trusting(&server).pin_key(was)).await,
        Some(CertificateProblem::ChangedKey {
            pinned: was,
            shown: is
        })
    );
    assert!(server.requests().is_empty());
    let renewed = pinned.renewed(&["localhost"]).unwrap();
    let server = start(renewed).await;
    let client = builder(&server).pin_key(was).build().unwrap();
    assert!(client.version().await.is_ok(), "renewed, with the same key");
}

#[tokio::test]
async fn a_key_that_is_public_is_refused_in_any_certificate_pinned_or_not() {
    let public = TlsCertificate::self_signed(&["localhost"]).unwrap();
    let key = key_of(&public);
    let server = start(public.renewed(&["localhost"]).unwrap()).await;
    for client in [trusting(&server), builder(&server).pin_key(key)] {
        assert_eq!(
            problem(client.refuse_key(key)).await,
            Some(CertificateProblem::ShippedDefault)
        );
    }
    assert!(server.requests().is_empty());
}

/// Who shows the certificate of another and does not have its key cannot sign.
#[tokio::test]
async fn showing_a_pinned_certificate_is_not_enough_without_its_key() {
    let pinned = TlsCertificate::self_signed(&["localhost"]).unwrap();
    let key = key_of(&pinned);
    let server = start(pinned.without_its_key().unwrap()).await;
    let client = builder(&server).pin_key(key).build().unwrap();
    assert!(client.version().await.unwrap_err().is_tls());
    assert!(server.requests().is_empty());
}
