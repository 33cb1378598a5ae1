//! Places on servers: the suite of all places over each, and servers that lie.

use std::time::Duration;

use pulih::backup::{FileName, PlaceAddress, SetId};
use pulih::edge::{Patience, ServerPlace, net::Client};
use pulih::moment::Moment;
use pulih::ops::backup::{BackupError, probe};
use pulih::ports::{Place, PlaceError, Trip};
use pulih::secret::Secret;

use crate::places::{conforms, conforms_but_overwrites};
use crate::support::dav::{self, DavServer};
use crate::support::s3::{self, S3Server};

const TRIP: Trip<'static> = Trip::PLAIN;
/// For servers that never answer.
const BRIEF: Trip<'static> = Trip { time_limit: Duration::from_millis(300), ..Trip::PLAIN };
const FILE: &str = "kept.pulih-backup";

fn place(address: &str, secret: &str) -> ServerPlace {
    let patience = Patience { first_wait: Duration::from_millis(1), ..Patience::default() };
    let secret = Secret::copied(secret.as_bytes());
    ServerPlace::new(&PlaceAddress::parse(address).unwrap(), Some(&secret), Client::new(), patience).unwrap()
}

/// A folder of the server, as a place.
pub fn dav_place(server: &DavServer) -> ServerPlace {
    place(&server.address("My%20backups"), dav::PASSWORD)
}

fn s3_place(server: &S3Server) -> ServerPlace {
    place(&server.address(s3::BUCKET, "pulih/a"), s3::SECRET)
}

/// A server that holds one file, of which it then lies.
fn dav_lying(lie: dav::Lie) -> (DavServer, ServerPlace) {
    let server = DavServer::start(true);
    let place = dav_place(&server);
    place.put_new(FILE, &[7; 4000], &TRIP).unwrap();
    server.dav.lie(lie);
    (server, place)
}

fn s3_lying(lie: s3::Lie) -> (S3Server, ServerPlace) {
    let server = S3Server::start();
    let place = s3_place(&server);
    place.put_new(FILE, &[7; 4000], &TRIP).unwrap();
    server.s3.lie(lie);
    (server, place)
}

fn get(place: &dyn Place) -> Result<Vec<u8>, PlaceError> {
    place.get(FILE, 10_000, &TRIP)
}

#[test]
fn a_server_of_webdav_conforms_with_conditions_and_without() {
    let server = DavServer::start(true);
    let place = dav_place(&server);
    assert_eq!(place.list(&TRIP), Err(PlaceError::Gone));
    conforms(&place);
    let server = DavServer::start(false);
    let place = dav_place(&server);
    conforms_but_overwrites_here(&place);
}

fn conforms_but_overwrites_here(place: &dyn Place) {
    place.put_new("one", b"first", &TRIP).unwrap();
    place.put_new("one", b"other", &TRIP).unwrap();
    place.delete("one", &TRIP).unwrap();
    conforms_but_overwrites(place);
}

#[test]
fn a_server_of_s3_conforms_with_conditions_and_without() {
    let server = S3Server::start();
    conforms(&s3_place(&server));
    conforms(&place(&server.address(s3::BUCKET, ""), s3::SECRET));
    server.s3.lie(s3::Lie::Overwrites);
    conforms_but_overwrites_here(&s3_place(&server));
    server.s3.lie(s3::Lie::NoConditions);
    conforms_but_overwrites_here(&s3_place(&server));
}

#[test]
fn servers_that_lack_something_conform_all_the_same() {
    let server = DavServer::start(true);
    for lie in [405, 501, 502].map(dav::Lie::NoMove).into_iter().chain([dav::Lie::NoRanges, dav::Lie::OtherYes]) {
        server.dav.lie(lie);
        conforms(&dav_place(&server));
    }
}

#[test]
fn the_probe_sees_what_a_server_cannot_promise() {
    let probed = |honours| {
        let server = DavServer::start(honours);
        let probed = probe(&dav_place(&server), &pulih::edge::SystemEntropy, &TRIP).unwrap();
        assert_eq!(server.dav.paths(), [""; 0]);
        probed
    };
    assert!(probed(true).refuses_overwrites);
    let careless = probed(false);
    assert!(!careless.refuses_overwrites && careless.lists_at_once && careless.confirms);
}

#[test]
fn nothing_but_the_place_itself_is_listed() {
    let server = DavServer::start(true);
    let (inner, outer) = (dav_place(&server), place(&server.address(""), dav::PASSWORD));
    inner.put_new("inside", b"x", &TRIP).unwrap();
    outer.put_new("outside", b"x", &TRIP).unwrap();
    let names =
        |place: &dyn Place| -> Vec<String> { place.list(&TRIP).unwrap().into_iter().map(|entry| entry.name).collect() };
    assert_eq!((names(&inner), names(&outer)), (vec!["inside".to_owned()], vec!["outside".to_owned()]));
    server.dav.lie(dav::Lie::ForeignNames);
    assert_eq!(names(&inner), [""; 0]);
    let server = S3Server::start();
    let [inner, outer] = ["a/b", "a"].map(|prefix| place(&server.address(s3::BUCKET, prefix), s3::SECRET));
    inner.put_new("inside", b"x", &TRIP).unwrap();
    outer.put_new("outside", b"x", &TRIP).unwrap();
    assert_eq!((names(&inner), names(&outer)), (vec!["inside".to_owned()], vec!["outside".to_owned()]));
    assert_eq!(server.s3.keys(), ["a/b/inside", "a/outside"]);
}

#[test]
fn each_refusal_has_its_own_sentence() {
    for (status, error) in [
        (401, PlaceError::WrongSecret),
        (403, PlaceError::Denied),
        (500, PlaceError::Failing(500)),
        (507, PlaceError::Full),
    ] {
        let (_server, place) = dav_lying(dav::Lie::Status(status));
        assert_eq!(get(&place), Err(error.clone()));
        assert_eq!(place.list(&TRIP), Err(error.clone()));
        assert_eq!(place.put_new("new", b"x", &TRIP), Err(error));
    }
    for (status, code, error) in [
        (403, "SignatureDoesNotMatch", PlaceError::WrongSecret),
        (403, "AccessDenied", PlaceError::Denied),
        (403, "RequestTimeTooSkewed", PlaceError::Clock),
        (404, "NoSuchBucket", PlaceError::Gone),
        (400, "AuthorizationHeaderMalformed", PlaceError::Region("eu-west-1".to_owned())),
        (403, "QuotaExceeded", PlaceError::Full),
        (503, "SlowDown", PlaceError::Failing(503)),
    ] {
        let (_server, place) = s3_lying(s3::Lie::Code(status, code));
        assert_eq!(get(&place), Err(error.clone()), "{code}");
        assert_eq!(place.list(&TRIP), Err(error.clone()), "{code}");
        assert_eq!(place.put_new("new", b"x", &TRIP), Err(error), "{code}");
    }
}

#[test]
fn a_wrong_password_and_a_wrong_bucket_are_told_from_an_empty_place() {
    let server = DavServer::start(true);
    let wrong = place(&server.address(""), "wrong");
    assert_eq!(wrong.list(&TRIP), Err(PlaceError::WrongSecret));
    assert_eq!(wrong.put_new("new", b"x", &TRIP), Err(PlaceError::WrongSecret));
    let server = S3Server::start();
    assert_eq!(place(&server.address("other", ""), s3::SECRET).list(&TRIP), Err(PlaceError::Gone));
    assert_eq!(place(&server.address(s3::BUCKET, "new"), s3::SECRET).list(&TRIP), Ok(Vec::new()));
}

#[test]
fn a_redirect_is_a_complaint_with_both_addresses_and_nothing_is_sent_on() {
    let other = DavServer::start(true);
    let to = format!("{}x", other.address("").replace("webdav+", ""));
    let (server, place) = dav_lying(dav::Lie::Redirects(to));
    let Err(PlaceError::Redirected { from, to }) = get(&place) else { panic!("followed") };
    let of = |server: &DavServer| server.address("").rsplit_once('@').unwrap().1.to_owned();
    assert!(from.contains(&of(&server)), "{from}");
    assert!(to.contains(&of(&other)) && !to.contains(dav::USER), "{to}");
    assert_eq!(other.dav.asked(), [""; 0]);
}

#[test]
fn what_breaks_off_is_not_taken_for_a_file() {
    let (server, place) = dav_lying(dav::Lie::BreaksOff);
    assert_eq!(get(&place), Err(PlaceError::CutShort));
    assert_eq!(server.dav.asked(), ["GET"; 4]);
    let (_server, place) = s3_lying(s3::Lie::BreaksOff);
    assert_eq!(get(&place), Err(PlaceError::CutShort));
}

#[test]
fn what_passes_is_asked_again() {
    let (server, place) = dav_lying(dav::Lie::ErrorOnce);
    assert_eq!(get(&place).unwrap(), [7; 4000]);
    place.put_new("new", b"x", &TRIP).unwrap();
    place.delete("new", &TRIP).unwrap();
    assert_eq!(server.dav.paths().len(), 1);
}

#[test]
fn an_error_after_the_deed_is_no_error() {
    let (server, place) = dav_lying(dav::Lie::ErrorAfterCommit);
    place.put_new("new", b"x", &TRIP).unwrap();
    server.dav.lie(dav::Lie::None);
    assert_eq!(place.get("new", 1, &TRIP).unwrap(), b"x");
    let (server, place) = s3_lying(s3::Lie::ErrorAfterCommit);
    place.put_new("new", b"x", &TRIP).unwrap();
    server.s3.lie(s3::Lie::None);
    assert_eq!(place.get("new", 1, &TRIP).unwrap(), b"x");
}

#[test]
fn a_full_server_keeps_nothing_half_written() {
    for status in [403, 413, 507] {
        let (server, place) = dav_lying(dav::Lie::Full(status));
        let full = if status == 403 { PlaceError::Denied } else { PlaceError::Full };
        assert_eq!(place.put_new("new", b"x", &TRIP), Err(full));
        let path = format!("/dav/My backups/{FILE}");
        assert_eq!(server.dav.paths(), std::slice::from_ref(&path));
        assert_eq!(server.dav.bytes(&path).unwrap(), [7; 4000]);
    }
}

#[test]
fn what_is_only_coming_is_neither_listed_nor_left() {
    let (server, place) = dav_lying(dav::Lie::NoMove(507));
    assert_eq!(place.put_new("new", b"x", &TRIP), Err(PlaceError::Full));
    assert_eq!(server.dav.paths().len(), 1);
    server.dav.lie(dav::Lie::None);
    place.put_new("other.upload", b"x", &TRIP).unwrap();
    assert_eq!(place.list(&TRIP).unwrap().len(), 1);
}

#[test]
fn a_server_that_goes_away_after_the_list_is_named_and_no_file_is_blamed() {
    let (_server, place) = dav_lying(dav::Lie::GoesAway);
    assert_eq!(place.list(&TRIP).unwrap().len(), 1);
    assert_eq!(place.get_start(FILE, 4, &TRIP).unwrap(), [7; 4]);
    assert_eq!(get(&place), Err(PlaceError::CutShort));
    assert_eq!(place.list(&TRIP), Err(PlaceError::CutShort));
}

#[test]
fn what_a_crash_left_coming_goes_with_the_next_backup_of_its_set_and_nothing_else_does() {
    let server = DavServer::start(true);
    let place = dav_place(&server);
    let set = SetId([7; 16]);
    let name = |set, random| FileName::new(set, 3, Moment::from_unix(1_800_000_000), random);
    place.put_new(name(set, [0; 8]).as_str(), b"whole", &TRIP).unwrap();
    let upload = |set, random| format!("/dav/My backups/{}.upload", name(set, random));
    let left = upload(set, [1; 8]);
    let others = [
        (upload(set, [2; 8]), "09:30:00"),
        (upload(set, [3; 8]), "12:30:00"),
        (upload(SetId([8; 16]), [4; 8]), "08:00:00"),
        ("/dav/My backups/notes.upload".to_owned(), "08:00:00"),
    ];
    server.dav.lay_at(&left, b"ha".to_vec(), "08:00:00");
    for (path, time) in &others {
        server.dav.lay_at(path, b"ha".to_vec(), time);
    }
    assert_eq!(place.list(&TRIP).unwrap().len(), 1, "what is coming is not listed");
    place.put_new(name(set, [5; 8]).as_str(), b"whole", &TRIP).unwrap();
    let paths = server.dav.paths();
    assert!(!paths.contains(&left), "{paths:?}");
    assert!(others.iter().all(|(other, _)| paths.contains(other)), "{paths:?}");
    assert_eq!(place.list(&TRIP).unwrap().len(), 2);
}

#[test]
fn a_silent_server_is_given_up_and_called_off_at_once() {
    let (_server, place) = dav_lying(dav::Lie::Silent);
    assert_eq!(place.list(&BRIEF), Err(PlaceError::TimedOut));
    assert_eq!(place.put_new("new", b"x", &BRIEF), Err(PlaceError::TimedOut));
    let asked = std::sync::atomic::AtomicUsize::new(0);
    let is_cancelled = || asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed) > 1;
    let called_off = Trip { time_limit: Duration::from_secs(3600), is_cancelled: &is_cancelled, ..Trip::PLAIN };
    assert_eq!(place.get(FILE, 1, &called_off), Err(PlaceError::Cancelled));
    let (_server, place) = s3_lying(s3::Lie::Silent);
    assert_eq!(get_brief(&place), Err(PlaceError::TimedOut));
}

fn get_brief(place: &dyn Place) -> Result<Vec<u8>, PlaceError> {
    place.get(FILE, 1, &BRIEF)
}

#[test]
fn lists_that_are_none_or_without_end_are_refused() {
    let (_server, place) = dav_lying(dav::Lie::Garbage);
    assert!(matches!(place.list(&TRIP), Err(PlaceError::NotUnderstood(_))));
    let (_server, place) = dav_lying(dav::Lie::HugeList);
    assert_eq!(place.list(&TRIP), Err(PlaceError::TooMany));
    for lie in [s3::Lie::Garbage, s3::Lie::LongNames] {
        let (_server, place) = s3_lying(lie);
        assert!(matches!(place.list(&TRIP), Err(PlaceError::NotUnderstood(_))));
    }
}

#[test]
fn a_file_that_is_shortened_or_not_listed_is_seen_by_the_probe() {
    let server = DavServer::start(true);
    let place = dav_place(&server);
    server.dav.lie(dav::Lie::Shortens);
    let probed = probe(&place, &pulih::edge::SystemEntropy, &TRIP);
    assert_eq!(probed, Err(BackupError::ReadBack));
    server.dav.lie(dav::Lie::StaleList);
    assert!(!probe(&place, &pulih::edge::SystemEntropy, &TRIP).unwrap().lists_at_once);
    assert_eq!(server.dav.paths(), [""; 0]);
}

#[test]
fn nobody_at_the_address_is_unreachable() {
    let place = place("webdav+http://127.0.0.1:1/dav", "x");
    assert!(matches!(place.list(&TRIP), Err(PlaceError::Unreachable(_))));
    assert!(matches!(place.put_new("new", b"x", &TRIP), Err(PlaceError::Unreachable(_))));
}

#[test]
fn a_file_is_told_as_it_goes() {
    let (_server, place) = dav_lying(dav::Lie::None);
    let told = std::sync::Mutex::new(Vec::new());
    let progress = |done, of| told.lock().unwrap().push((done, of));
    place.get(FILE, 10_000, &Trip { progress: &progress, ..Trip::PLAIN }).unwrap();
    assert_eq!(told.lock().unwrap().last(), Some(&(4000, 4000)));
    place.put_new("new", &[1; 900], &Trip { progress: &progress, ..Trip::PLAIN }).unwrap();
    assert_eq!(told.lock().unwrap().last(), Some(&(900, 900)));
}
