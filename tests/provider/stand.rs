//! A provider on loopback that does what a test wants it to, right or wrong.

use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use data_encoding::BASE64URL_NOPAD;
use serde_json::{Map, Value, json};

use crate::signing::{Keys, Signing};

pub const CLIENT: &str = "pulih-of-the-tests";
pub const START: i64 = 1_800_000_000;

/// An answer: status, headers, body. The status 0 is a connection that is closed without a word.
pub type Answer = (u16, Vec<(&'static str, String)>, Value);

/// What the provider does, and what it was asked.
pub struct Plan {
    pub signing: Signing,
    /// Signs with keys that it does not publish.
    pub has_wrong_keys: bool,
    /// Changes the claims after they were signed.
    pub forges: bool,
    /// Claims that are set, or taken out with `null`.
    pub claims: BTreeMap<&'static str, Value>,
    /// Parameters of the redirect that are set, or taken out with an empty text.
    pub callback: BTreeMap<&'static str, String>,
    /// What discovery says otherwise; `null` takes out.
    pub metadata: BTreeMap<&'static str, Value>,
    /// What the device endpoint says otherwise; `null` takes out.
    pub device: BTreeMap<&'static str, Value>,
    /// What the token endpoint answers before it gives tokens.
    pub polls: VecDeque<Answer>,
    /// What the page about the person says.
    pub person: Value,
    /// The path that stands before every address, such as a tenant.
    pub prefix: String,
    /// Every request: its path and its parameters.
    pub asked: Vec<(String, BTreeMap<String, String>)>,
    /// When the token endpoint was asked, in seconds after the start.
    pub times: Vec<i64>,
    nonce: Option<String>,
    challenge: Option<String>,
}

/// The provider. It ends when it is dropped.
pub struct Stand {
    pub address: String,
    pub plan: Arc<Mutex<Plan>>,
    /// Milliseconds since 1970, for the provider and for whoever signs in there.
    pub clock: Arc<AtomicI64>,
    is_over: Arc<AtomicBool>,
}

struct Served {
    address: String,
    plan: Arc<Mutex<Plan>>,
    clock: Arc<AtomicI64>,
    keys: Keys,
    wrong_keys: Keys,
}

impl Stand {
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let plan = Plan {
            signing: Signing::Es256,
            has_wrong_keys: false,
            forges: false,
            claims: BTreeMap::new(),
            callback: BTreeMap::new(),
            metadata: BTreeMap::new(),
            device: BTreeMap::new(),
            polls: VecDeque::new(),
            person: json!({"sub": "kim-17"}),
            prefix: String::new(),
            asked: Vec::new(),
            times: Vec::new(),
            nonce: None,
            challenge: None,
        };
        let plan = Arc::new(Mutex::new(plan));
        let clock = Arc::new(AtomicI64::new(START * 1000));
        let is_over = Arc::new(AtomicBool::new(false));
        let served = Arc::new(Served {
            address: address.clone(),
            plan: plan.clone(),
            clock: clock.clone(),
            keys: Keys::new(),
            wrong_keys: Keys::new(),
        });
        let ends = is_over.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if ends.load(Ordering::Relaxed) {
                    return;
                }
                let served = served.clone();
                std::thread::spawn(move || served.serve(stream.unwrap()));
            }
        });
        Self { address, plan, clock, is_over }
    }

    pub fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap()
    }

    pub fn issuer(&self) -> String {
        format!("{}{}", self.address, self.plan().prefix)
    }
}

impl Drop for Stand {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        // Somebody has to call, or it would wait for ever.
        drop(TcpStream::connect(self.address.trim_start_matches("http://")));
    }
}

impl Served {
    fn serve(&self, stream: TcpStream) {
        let Some((target, headers, body)) = request(&stream) else { return };
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        let values = form(if body.is_empty() { query } else { &body });
        self.plan.lock().unwrap().asked.push((path.to_owned(), values.clone()));
        let (status, headers, body) = self.answer(path, &values, &headers);
        if status == 0 {
            return;
        }
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut head =
            format!("HTTP/1.1 {status} As Planned\r\nContent-Length: {}\r\nConnection: close\r\n", body.len());
        head += "Content-Type: application/json\r\n";
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        let _ = (&stream).write_all(format!("{head}\r\n{body}").as_bytes());
    }

    fn answer(&self, path: &str, values: &BTreeMap<String, String>, headers: &str) -> Answer {
        let at = format!("{}{}", self.address, self.plan.lock().unwrap().prefix);
        let path = path.strip_prefix(self.plan.lock().unwrap().prefix.as_str()).unwrap_or(path);
        match path {
            "/authorize" => self.authorize(&at, values),
            "/device" | "/login/device/code" => (200, Vec::new(), self.device(&at)),
            "/keys" => (200, Vec::new(), self.keys.published()),
            "/token" | "/login/oauth/access_token" => self.token(&at, values),
            "/person" | "/api/v3/user" if headers.contains("Bearer an-access-token") => {
                (200, Vec::new(), self.plan.lock().unwrap().person.clone())
            }
            path if path.ends_with("/.well-known/openid-configuration") => (200, Vec::new(), self.discovery(&at)),
            _ => (404, Vec::new(), Value::Null),
        }
    }

    fn discovery(&self, at: &str) -> Value {
        let page = json!({
            "issuer": at,
            "authorization_endpoint": format!("{at}/authorize"),
            "device_authorization_endpoint": format!("{at}/device"),
            "token_endpoint": format!("{at}/token"),
            "userinfo_endpoint": format!("{at}/person"),
            "jwks_uri": format!("{at}/keys"),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256", "ES256", "EdDSA"],
            "authorization_response_iss_parameter_supported": true,
        });
        changed(page, &self.plan.lock().unwrap().metadata)
    }

    fn authorize(&self, at: &str, values: &BTreeMap<String, String>) -> Answer {
        let mut plan = self.plan.lock().unwrap();
        plan.nonce = values.get("nonce").cloned();
        plan.challenge = values.get("code_challenge").cloned();
        let mut back: BTreeMap<&str, String> = BTreeMap::new();
        back.insert("code", "a-code".to_owned());
        back.insert("state", values.get("state").cloned().unwrap_or_default());
        back.insert("iss", at.to_owned());
        back.extend(plan.callback.iter().map(|(name, value)| (*name, value.clone())));
        let query: Vec<String> =
            back.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}={value}")).collect();
        let to = values.get("redirect_uri").cloned().unwrap_or_default();
        (302, vec![("Location", format!("{to}?{}", query.join("&")))], Value::Null)
    }

    fn device(&self, at: &str) -> Value {
        let page = json!({
            "device_code": "a-device-code",
            "user_code": "WDJB-MJHT",
            "verification_uri": format!("{at}/enter"),
            "verification_uri_complete": format!("{at}/enter?user_code=WDJB-MJHT"),
            "expires_in": 900,
            "interval": 5,
        });
        changed(page, &self.plan.lock().unwrap().device)
    }

    fn token(&self, at: &str, values: &BTreeMap<String, String>) -> Answer {
        let mut plan = self.plan.lock().unwrap();
        let now = self.clock.load(Ordering::Relaxed) / 1000;
        plan.times.push(now - START);
        if let Some(answer) = plan.polls.pop_front() {
            return answer;
        }
        if values["grant_type"] == "authorization_code" {
            let verifier = values.get("code_verifier").map(String::as_str).unwrap_or_default();
            let digest = ring::digest::digest(&ring::digest::SHA256, verifier.as_bytes());
            if plan.challenge != Some(BASE64URL_NOPAD.encode(digest.as_ref())) || values["code"] != "a-code" {
                return (400, Vec::new(), json!({"error": "invalid_grant"}));
            }
        } else if values["device_code"] != "a-device-code" {
            return (400, Vec::new(), json!({"error": "invalid_grant"}));
        }
        let claims = json!({
            "iss": at, "sub": "kim-17", "aud": CLIENT, "exp": now + 300, "iat": now, "auth_time": now,
            "nonce": plan.nonce, "email": "kim@example.com", "email_verified": true, "amr": ["pwd", "otp", "mfa"],
        });
        let claims = changed(claims, &plan.claims);
        let keys = if plan.has_wrong_keys { &self.wrong_keys } else { &self.keys };
        let mut token = keys.sign(plan.signing, &claims);
        if plan.forges {
            let parts: Vec<&str> = token.split('.').collect();
            let forged = changed(claims, &BTreeMap::from([("sub", json!("alex-3"))]));
            token = format!("{}.{}.{}", parts[0], BASE64URL_NOPAD.encode(forged.to_string().as_bytes()), parts[2]);
        }
        (200, Vec::new(), json!({"access_token": "an-access-token", "token_type": "Bearer", "id_token": token}))
    }
}

fn changed(page: Value, changes: &BTreeMap<&'static str, Value>) -> Value {
    let mut page: Map<String, Value> = page.as_object().unwrap().clone();
    page.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    page.retain(|_, value| !value.is_null());
    Value::Object(page)
}

/// The target, the headers and the body of a request.
fn request(stream: &TcpStream) -> Option<(String, String, String)> {
    let mut reader = BufReader::new(stream);
    let (mut line, mut headers) = (String::new(), String::new());
    reader.read_line(&mut line).ok()?;
    let target = line.split(' ').nth(1)?.to_owned();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        if header.trim().is_empty() {
            break;
        }
        headers += &header;
    }
    let length =
        headers.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    Some((target, headers, String::from_utf8(body).ok()?))
}

pub fn form(text: &str) -> BTreeMap<String, String> {
    let plain =
        |text: &str| percent_encoding::percent_decode_str(&text.replace('+', " ")).decode_utf8().unwrap().into_owned();
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (plain(name), plain(value))).collect()
}
