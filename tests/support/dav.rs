//! A server of WebDAV in memory, for tests. It honours conditions or ignores them, and lies where it is told to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use data_encoding::BASE64;

use super::http::{Manner, Reply, Request, Server, file};

/// Who may ask.
pub const USER: &str = "mira@example.com";
/// With what.
pub const PASSWORD: &str = "app-password-17";

/// In which way the server lies, or lacks something.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Lie {
    /// It does not.
    #[default]
    None,
    /// Half of each file, and then the connection ends.
    BreaksOff,
    /// Half of each file, as if that were all.
    Shortens,
    /// A list without what came last.
    StaleList,
    /// Does what it is asked, then says that it went wrong.
    ErrorAfterCommit,
    /// Answers the first request of each method with an error that passes.
    ErrorOnce,
    /// Answers everything with this status.
    Status(u16),
    /// Lists, and gives the start of each file; where a whole one is asked for, it is gone.
    GoesAway,
    /// Never answers.
    Silent,
    /// No room for files, by this status.
    Full(u16),
    /// Sends everybody elsewhere.
    Redirects(String),
    /// Lists in something that is no XML.
    Garbage,
    /// Lists more than anybody reads.
    HugeList,
    /// Lists names that belong to nobody.
    ForeignNames,
    /// Knows no MOVE, and says so by this status.
    NoMove(u16),
    /// Gives whole files, whatever part is asked for.
    NoRanges,
    /// Says yes to a removal in another way than most.
    OtherYes,
}

/// What the server holds, and how it behaves.
#[derive(Default)]
pub struct Dav {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    folders: Mutex<BTreeSet<String>>,
    honours_conditions: bool,
    lie: Mutex<Lie>,
    asked: Mutex<Vec<String>>,
    has_gone: Mutex<bool>,
    /// Where it is not the one that all others have.
    times: Mutex<BTreeMap<String, &'static str>>,
}

/// A running server.
pub struct DavServer {
    server: Server,
    /// What it holds.
    pub dav: Arc<Dav>,
}

impl DavServer {
    /// One that honours conditions, or ignores them. Its one folder is `/dav`.
    pub fn start(honours_conditions: bool) -> Self {
        let folders = Mutex::new(BTreeSet::from(["/".to_owned(), "/dav/".to_owned()]));
        let dav = Arc::new(Dav { folders, honours_conditions, ..Dav::default() });
        let its = dav.clone();
        Self { server: Server::start(move |request| its.answer(request)), dav }
    }

    /// The address of a folder in it, which need not be there.
    pub fn address(&self, folder: &str) -> String {
        format!("webdav+http://{USER}@{}/dav/{folder}", self.server.host())
    }
}

impl Dav {
    /// From here on it lies so.
    pub fn lie(&self, lie: Lie) {
        self.asked.lock().unwrap().clear();
        *self.has_gone.lock().unwrap() = false;
        *self.lie.lock().unwrap() = lie;
    }

    /// Lays a file there, as if it had come at that time of day.
    pub fn lay_at(&self, path: &str, bytes: Vec<u8>, time: &'static str) {
        self.times.lock().unwrap().insert(path.to_owned(), time);
        self.lay(path, bytes);
    }

    /// Lays a file there.
    pub fn lay(&self, path: &str, bytes: Vec<u8>) {
        self.files.lock().unwrap().insert(path.to_owned(), bytes);
    }

    /// All paths of files.
    pub fn paths(&self) -> Vec<String> {
        self.files.lock().unwrap().keys().cloned().collect()
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        self.files.lock().unwrap().get(path).cloned()
    }

    /// Which methods were asked, in their order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    fn answer(&self, request: &Request) -> Reply {
        let lie = self.lie.lock().unwrap().clone();
        let is_first = {
            let mut asked = self.asked.lock().unwrap();
            let is_first = !asked.contains(&request.method);
            asked.push(request.method.clone());
            is_first
        };
        let right = BASE64.encode(format!("{USER}:{PASSWORD}").as_bytes());
        match lie {
            Lie::GoesAway if self.is_gone(request) => return Reply { manner: Manner::Gone, ..Reply::new(200) },
            Lie::Silent => return Reply { manner: Manner::Never, ..Reply::new(200) },
            Lie::Redirects(to) => return Reply::new(302).with("Location", to),
            Lie::Status(status) => return Reply::body(status, "no"),
            Lie::ErrorOnce if is_first => return Reply::new(503),
            _ if request.header("authorization") != format!("Basic {right}") => return Reply::new(401),
            _ => {}
        }
        let reply = match (request.method.as_str(), &lie) {
            ("PUT" | "MOVE", Lie::Full(status)) => Reply::new(*status),
            ("MOVE", Lie::NoMove(status)) => Reply::new(*status),
            ("PROPFIND", Lie::Garbage) => Reply::body(207, "<html><p>Welcome"),
            ("PROPFIND", Lie::HugeList) if request.header("depth") == "1" => huge(),
            ("PROPFIND", Lie::ForeignNames) if request.header("depth") == "1" => foreign(),
            ("PROPFIND", _) => self.find(request, lie == Lie::StaleList),
            ("GET", _) => self.get(request, &lie),
            ("PUT", _) => self.put(request),
            ("MOVE", _) => self.rename(request),
            ("MKCOL", _) => self.make(request),
            ("DELETE", _) => self.delete(request, lie == Lie::OtherYes),
            _ => Reply::new(405),
        };
        let is_deed = matches!(request.method.as_str(), "PUT" | "MOVE" | "DELETE");
        if is_deed && lie == Lie::ErrorAfterCommit { Reply::new(500) } else { reply }
    }

    /// Once it has gone it stays so.
    fn is_gone(&self, request: &Request) -> bool {
        let mut has_gone = self.has_gone.lock().unwrap();
        *has_gone |= request.method == "GET" && request.header("range").is_empty();
        *has_gone
    }

    fn find(&self, request: &Request, is_stale: bool) -> Reply {
        let (files, folders) = (self.files.lock().unwrap(), self.folders.lock().unwrap());
        let folder = format!("{}/", request.path.trim_end_matches('/'));
        if let Some(bytes) = files.get(&request.path) {
            return self.listed(&[(request.path.clone(), Some(bytes.len()))]);
        }
        if !folders.contains(&folder) {
            return Reply::new(404);
        }
        let mut found = vec![(folder.clone(), None)];
        if request.header("depth") == "1" && !is_stale {
            let within =
                |path: &str| path.strip_prefix(&folder).is_some_and(|rest| !rest.trim_end_matches('/').contains('/'));
            found.extend(
                folders.iter().filter(|path| **path != folder && within(path)).map(|path| (path.clone(), None)),
            );
            let here = files.iter().filter(|(path, _)| within(path));
            found.extend(here.map(|(path, bytes)| (path.clone(), Some(bytes.len()))));
        }
        self.listed(&found)
    }

    fn listed(&self, found: &[(String, Option<usize>)]) -> Reply {
        let mut xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<D:multistatus xmlns:D=\"DAV:\">".to_owned();
        let times = self.times.lock().unwrap();
        for (path, size) in found {
            let time = times.get(path).unwrap_or(&"10:00:00");
            let what = match size {
                Some(size) => format!("<D:resourcetype/><D:getcontentlength>{size}</D:getcontentlength>"),
                None => "<D:resourcetype><D:collection/></D:resourcetype>".to_owned(),
            };
            let href = percent_encoding::utf8_percent_encode(path, percent_encoding::CONTROLS);
            xml.push_str(&format!(
                "<D:response><D:href>{href}</D:href><D:propstat><D:prop>{what}\
             <D:getlastmodified>Tue, 03 Nov 2026 {time} GMT</D:getlastmodified></D:prop>\
             <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
            ));
        }
        xml.push_str("</D:multistatus>");
        Reply::body(207, xml).with("Content-Type", "application/xml")
    }

    fn get(&self, request: &Request, lie: &Lie) -> Reply {
        let files = self.files.lock().unwrap();
        let Some(bytes) = files.get(&request.path) else { return Reply::body(404, "Not found, and here is why: no.") };
        match lie {
            Lie::BreaksOff => Reply { manner: Manner::Half, ..Reply::body(200, bytes.clone()) },
            Lie::Shortens => file(request, &bytes[..bytes.len() / 2]),
            Lie::NoRanges => Reply::body(200, bytes.clone()),
            _ => file(request, bytes),
        }
    }

    fn put(&self, request: &Request) -> Reply {
        let mut files = self.files.lock().unwrap();
        let folder = request.path.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
        if !self.folders.lock().unwrap().contains(&folder) {
            return Reply::new(409);
        }
        let is_there = files.contains_key(&request.path);
        if is_there && self.honours_conditions && request.header("if-none-match") == "*" {
            return Reply::new(412);
        }
        files.insert(request.path.clone(), request.body.clone());
        Reply::new(if is_there { 204 } else { 201 })
    }

    fn rename(&self, request: &Request) -> Reply {
        let mut files = self.files.lock().unwrap();
        let to = request.header("destination").splitn(4, '/').nth(3).map(|rest| format!("/{rest}")).unwrap_or_default();
        let to = percent_encoding::percent_decode_str(&to).decode_utf8_lossy().into_owned();
        if files.contains_key(&to) && self.honours_conditions && request.header("overwrite") == "F" {
            return Reply::new(412);
        }
        let Some(bytes) = files.remove(&request.path) else { return Reply::new(404) };
        let was_there = files.insert(to, bytes).is_some();
        Reply::new(if was_there { 204 } else { 201 })
    }

    fn make(&self, request: &Request) -> Reply {
        let folder = format!("{}/", request.path.trim_end_matches('/'));
        let above = folder.trim_end_matches('/').rsplit_once('/').map(|(above, _)| format!("{above}/"));
        let mut folders = self.folders.lock().unwrap();
        match above {
            Some(above) if !folders.contains(&above) => Reply::new(409),
            _ if folders.insert(folder) => Reply::new(201),
            _ => Reply::new(405),
        }
    }

    fn delete(&self, request: &Request, says_otherwise: bool) -> Reply {
        match self.files.lock().unwrap().remove(&request.path) {
            Some(_) if says_otherwise => Reply::body(200, "gone"),
            Some(_) => Reply::new(204),
            None => Reply::new(404),
        }
    }
}

fn huge() -> Reply {
    Reply::body(207, vec![b' '; 17 << 20])
}

/// Names from elsewhere, in ways that servers have been seen to give them, and worse.
fn foreign() -> Reply {
    let names = ["elsewhere", "/elsewhere/x", "http://other.example.com/dav/pulih/x", "/dav/pulihx", "../x"];
    Dav::default().listed(&names.map(|name| (name.to_owned(), Some(1))))
}
