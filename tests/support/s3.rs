//! A server of S3 in memory, for tests. It checks that requests are signed, and by whom.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::http::{Manner, Reply, Request, Server, file};

/// Whose key it is.
pub const KEY_ID: &str = "AKIAEXAMPLE";
/// The key itself. That a signature is made with it is for the live suite to see.
pub const SECRET: &str = "secret-key-17";
/// The one bucket.
pub const BUCKET: &str = "kept";
/// How many files a page of a list has.
const PAGE: usize = 10;

/// In which way the server lies, or lacks something.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Lie {
    /// It does not.
    #[default]
    None,
    /// Half of each file, and then the connection ends.
    BreaksOff,
    /// A refusal with this status and this code.
    Code(u16, &'static str),
    /// Does what it is asked, then says that it went wrong.
    ErrorAfterCommit,
    /// Lists in something that is no XML.
    Garbage,
    /// Knows no conditions, and says so.
    NoConditions,
    /// Ignores conditions.
    Overwrites,
    /// Names as long as no server takes them.
    LongNames,
    /// Never answers.
    Silent,
}

/// What the server holds, and how it behaves.
#[derive(Default)]
pub struct S3 {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    lie: Mutex<Lie>,
}

/// A running server.
pub struct S3Server {
    server: Server,
    /// What it holds.
    pub s3: Arc<S3>,
}

impl S3Server {
    pub fn start() -> Self {
        let s3 = Arc::new(S3::default());
        let its = s3.clone();
        Self { server: Server::start(move |request| its.answer(request)), s3 }
    }

    /// The address of a prefix in a bucket.
    pub fn address(&self, bucket: &str, prefix: &str) -> String {
        format!("s3+http://{KEY_ID}@{}/{bucket}/{prefix}?region=eu-north-1", self.server.host())
    }
}

impl S3 {
    /// From here on it lies so.
    pub fn lie(&self, lie: Lie) {
        *self.lie.lock().unwrap() = lie;
    }

    /// All keys.
    pub fn keys(&self) -> Vec<String> {
        self.files.lock().unwrap().keys().cloned().collect()
    }

    fn answer(&self, request: &Request) -> Reply {
        let lie = self.lie.lock().unwrap().clone();
        match lie {
            Lie::Silent => return Reply { manner: Manner::Never, ..Reply::new(200) },
            Lie::Code(status, code) => return refusal(status, code),
            _ => {}
        }
        if !is_signed(request) {
            return refusal(403, "InvalidAccessKeyId");
        }
        let Some(key) = request.path.strip_prefix(&format!("/{BUCKET}")) else { return refusal(404, "NoSuchBucket") };
        let key = key.trim_start_matches('/');
        let is_list = request.query.contains("list-type=2");
        let mut files = self.files.lock().unwrap();
        let reply = match request.method.as_str() {
            "GET" if is_list && lie == Lie::Garbage => Reply::body(200, "<html><p>Welcome"),
            "GET" if is_list && lie == Lie::LongNames => Reply::body(200, page(&[("x".repeat(70_000), 1)], None)),
            "GET" if is_list => list(&files, &request.query),
            "GET" => match files.get(key) {
                Some(bytes) if lie == Lie::BreaksOff => {
                    Reply { manner: Manner::Half, ..Reply::body(200, bytes.clone()) }
                }
                Some(bytes) => file(request, bytes),
                None => refusal(404, "NoSuchKey"),
            },
            "HEAD" => match files.get(key) {
                Some(bytes) => Reply::body(200, bytes.clone()),
                None => Reply::new(404),
            },
            "PUT" if !request.header("if-none-match").is_empty() && lie == Lie::NoConditions => {
                refusal(501, "NotImplemented")
            }
            "PUT" => {
                let is_guarded = request.header("if-none-match") == "*" && lie != Lie::Overwrites;
                if is_guarded && files.contains_key(key) {
                    refusal(412, "PreconditionFailed")
                } else {
                    files.insert(key.to_owned(), request.body.clone());
                    Reply::new(200).with("ETag", "\"1\"")
                }
            }
            "DELETE" => {
                files.remove(key);
                Reply::new(204)
            }
            _ => refusal(405, "MethodNotAllowed"),
        };
        let is_deed = matches!(request.method.as_str(), "PUT" | "DELETE");
        if is_deed && lie == Lie::ErrorAfterCommit { refusal(500, "InternalError") } else { reply }
    }
}

/// Whether a request is signed as Amazon wants it, by the one who may ask, for the region that the address names.
fn is_signed(request: &Request) -> bool {
    let authorization = request.header("authorization");
    let credential = authorization.strip_prefix("AWS4-HMAC-SHA256 Credential=").unwrap_or_default();
    let signature = authorization.rsplit_once("Signature=").map(|(_, signature)| signature).unwrap_or_default();
    credential.starts_with(&format!("{KEY_ID}/"))
        && credential.contains("/eu-north-1/s3/aws4_request")
        && signature.len() == 64
        && signature.bytes().all(|byte| byte.is_ascii_hexdigit())
        && !request.header("x-amz-date").is_empty()
}

fn refusal(status: u16, code: &str) -> Reply {
    let region = if code == "AuthorizationHeaderMalformed" { "<Region>eu-west-1</Region>" } else { "" };
    Reply::body(
        status,
        format!("<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>no</Message>{region}</Error>"),
    )
}

/// A page of a list, from behind the token on.
fn list(files: &BTreeMap<String, Vec<u8>>, query: &str) -> Reply {
    let asked = |name: &str| {
        let found = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        percent_encoding::percent_decode_str(found.unwrap_or_default()).decode_utf8_lossy().into_owned()
    };
    let (prefix, token) = (asked("prefix"), asked("continuation-token"));
    let here = files.iter().filter(|(key, _)| key.starts_with(&prefix) && **key > token);
    let all: Vec<(String, usize)> = here.map(|(key, bytes)| (key.clone(), bytes.len())).collect();
    let shown = &all[..all.len().min(PAGE)];
    let next = if all.len() > PAGE { shown.last().map(|(key, _)| key.as_str()) } else { None };
    Reply::body(200, page(shown, next))
}

fn page(shown: &[(String, usize)], next: Option<&str>) -> String {
    let mut xml = "<?xml version=\"1.0\"?><ListBucketResult>".to_owned();
    for (key, size) in shown {
        xml.push_str(&format!(
            "<Contents><Key>{key}</Key><LastModified>2026-11-03T10:00:00.000Z</LastModified><ETag>\"1\"</ETag>\
             <Size>{size}</Size></Contents>"
        ));
    }
    let next = next.map(|next| format!("<NextContinuationToken>{next}</NextContinuationToken>"));
    xml.push_str(&format!(
        "<IsTruncated>{}</IsTruncated>{}</ListBucketResult>",
        next.is_some(),
        next.unwrap_or_default()
    ));
    xml
}
