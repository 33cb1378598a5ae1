//! A place on a server: WebDAV or S3, through OpenDAL over our client. What is awkward about servers ends here: answers
//! that get lost, doubts about what lies there, waiting.

mod flight;
mod judge;
mod protocol;
mod transport;

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use opendal::{EntryMode, HttpTransporter, OperationContext, Operator, Result as Answered};

use crate::backup::{FileName, PlaceAddress};
use crate::edge::net::Client;
use crate::ports::{Place, PlaceDescription, PlaceEntry, PlaceError, PutReceipt, Trip};
use crate::secret::Secret;

use flight::{Flight, Heard};
use judge::Refusal;
use protocol::Protocol;
use transport::{Transport, wait_for};

/// The largest list that is read, in bytes of XML: some ten thousand files on WebDAV, where it is one answer.
const LIST_MOST: u64 = 16 << 20;
/// The most files that are looked through.
const ENTRIES_MOST: usize = 100_000;
/// The largest answer to anything that brings no file and no list.
const ANSWER_MOST: u64 = 1 << 20;
/// How often it is looked whether somebody called it off.
const GLANCE: Duration = Duration::from_millis(50);
/// What a file is called while it comes, behind its name.
const COMING: &str = ".upload";

/// A file that has been coming for longer than this, by the server's own clock, belongs to no program that still runs.
const STALE_AFTER: i64 = 60 * 60;

/// How stubborn a place is about what may pass.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How often the same is asked.
    pub times: u32,
    /// How long before the second time; twice as long before each further one.
    pub first_wait: Duration,
}

impl Default for Patience {
    /// Four times, within three and a half seconds of waiting.
    fn default() -> Self {
        Self { times: 4, first_wait: Duration::from_millis(500) }
    }
}

/// A place on a server.
#[derive(Clone)]
pub struct ServerPlace {
    address: PlaceAddress,
    client: Client,
    patience: Patience,
    protocol: Arc<Protocol>,
}

impl ServerPlace {
    /// The place at an address; `None` where that is no server. Nothing is asked of it yet.
    #[must_use]
    pub fn new(address: &PlaceAddress, secret: Option<&Secret>, client: Client, patience: Patience) -> Option<Self> {
        let secret = secret.map(Secret::duplicate);
        let protocol = match address {
            PlaceAddress::Folder(_) => return None,
            PlaceAddress::S3(bucket) => Protocol::S3(bucket.clone(), secret),
            PlaceAddress::WebDav(remote) => Protocol::WebDav(remote.clone(), secret),
        };
        Some(Self { address: address.clone(), client, patience, protocol: Arc::new(protocol) })
    }

    fn path(&self, name: &str) -> Result<String, PlaceError> {
        let is_plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0']);
        if is_plain { Ok(format!("{}{name}", self.protocol.folder())) } else { Err(PlaceError::Name) }
    }

    /// Runs what is slow in a thread of its own, so that calling off and giving up need not wait for the server.
    fn fly<T: Send + 'static>(
        &self,
        trip: &Trip<'_>,
        flight: Flight,
        deed: impl FnOnce(&Self, &Arc<Flight>) -> Result<T, PlaceError> + Send + 'static,
    ) -> Result<T, PlaceError> {
        if (trip.is_cancelled)() {
            return Err(PlaceError::Cancelled);
        }
        let flight = Arc::new(flight);
        let (done, answer) = sync_channel(1);
        let (place, its) = (self.clone(), flight.clone());
        let begun = thread::Builder::new().name("place".to_owned()).spawn(move || {
            // Nobody listens any more where it was called off.
            drop(done.send(deed(&place, &its)));
        });
        begun.map_err(|error| PlaceError::Unreachable(error.to_string()))?;
        loop {
            let came = answer.recv_timeout(GLANCE);
            let (went, of) = flight.progress();
            (trip.progress)(went, of);
            match came {
                Ok(outcome) => return outcome,
                Err(RecvTimeoutError::Timeout) if (trip.is_cancelled)() => {
                    flight.cancel();
                    return Err(PlaceError::Cancelled);
                }
                Err(RecvTimeoutError::Timeout) if flight.left().is_zero() => {
                    flight.cancel();
                    return Err(PlaceError::TimedOut);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(PlaceError::NotUnderstood(String::new())),
            }
        }
    }

    /// Asks, and asks again where the refusal may pass. With the answer comes the status that it had.
    fn ask<T, F: Future<Output = Answered<T>>>(
        &self,
        flight: &Arc<Flight>,
        question: impl Fn(Operator) -> F,
    ) -> Result<(T, u16), Refusal> {
        let mut wait = self.patience.first_wait;
        for time in 1.. {
            let refusal = match self.ask_once(flight, &question) {
                Err(refusal) if refusal.is_passing && time < self.patience.times && wait < flight.left() => refusal,
                answered => return answered,
            };
            if !rested(flight, wait) {
                return Err(Refusal { error: PlaceError::Cancelled, ..refusal });
            }
            wait = wait.saturating_mul(2);
        }
        Err(Refusal { error: PlaceError::TimedOut, is_passing: false, status: None })
    }

    fn ask_once<T, F: Future<Output = Answered<T>>>(
        &self,
        flight: &Arc<Flight>,
        question: &impl Fn(Operator) -> F,
    ) -> Result<(T, u16), Refusal> {
        let transport = Transport {
            client: self.client.clone(),
            flight: flight.clone(),
            authorization: self.protocol.authorization(),
            is_signed: matches!(*self.protocol, Protocol::S3(..)),
        };
        let operator = self.protocol.operator().map_err(|error| Refusal { error, is_passing: false, status: None })?;
        let context = OperationContext::new().with_http_transport(HttpTransporter::new(transport));
        let answered = wait_for(question(operator.with_context(context)));
        let heard = flight.heard();
        match (answered, heard) {
            (Ok(answer), Some(Heard::Answer(status, _))) => Ok((answer, status)),
            (Ok(answer), _) => Ok((answer, 0)),
            (Err(error), heard) => Err(Refusal::of(&error, heard)),
        }
    }

    fn read(&self, flight: &Arc<Flight>, path: &str) -> Result<Vec<u8>, PlaceError> {
        let read = self.ask(flight, |server| async move { server.read(path).await });
        read.map(|(bytes, _)| bytes.to_vec()).map_err(|refusal| refusal.error)
    }

    /// Puts a file under its name, all at once.
    fn put(&self, flight: &Arc<Flight>, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        flight.guard();
        let put = |is_new| {
            self.ask(
                flight,
                |server| async move { server.write_with(path, bytes.to_vec()).if_not_exists(is_new).await },
            )
        };
        let answered = match put(self.protocol.is_atomic()) {
            // Some speak S3 and know no conditions. The name is unique anyway.
            Err(Refusal { status: Some(501), .. }) => put(false),
            answered => answered,
        };
        answered.map(|_| ())
    }

    /// The files of the folder, also those that are only coming.
    fn all(&self, trip: &Trip<'_>) -> Result<Vec<Lying>, PlaceError> {
        self.fly(trip, Flight::new(trip.time_limit, LIST_MOST), |place, flight| {
            let folder = place.protocol.folder();
            let from = if folder.is_empty() { "/" } else { folder.as_str() };
            let listed = place.ask(flight, |server| listed(server, from.to_owned(), flight.clone()));
            let (found, status) = listed.map_err(|refusal| match refusal.error {
                PlaceError::NotFound => PlaceError::Gone,
                error => error,
            })?;
            // A folder that is not there is an empty list to the library.
            if status == 404 {
                return Err(PlaceError::Gone);
            }
            if found.len() >= ENTRIES_MOST {
                return Err(PlaceError::TooMany);
            }
            let origin = place.protocol.origin();
            let lying =
                |(path, size, modified): Found| Some(Lying { entry: entry(&path, size, &origin, &folder)?, modified });
            Ok(found.into_iter().filter_map(lying).collect())
        })
        .map_err(|error| if error == PlaceError::TooLarge { PlaceError::TooMany } else { error })
    }

    /// Removes what never came under its name because a computer stopped: files of the same set only, and only old ones by
    /// the clock that they share with the file that was just put, the server's. Names would tell the time of computers
    /// whose clocks differ. What does not work now is tried after the next backup.
    fn remove_stale(&self, name: &str, trip: &Trip<'_>) {
        let Some(own) = FileName::parse(name).filter(|_| !self.protocol.is_atomic()) else { return };
        let files = self.all(&trip.untold()).unwrap_or_default();
        let Some(now) = files.iter().find(|file| file.entry.name == name).and_then(|file| file.modified) else {
            return;
        };
        for Lying { entry: PlaceEntry { name, .. }, modified } in files {
            let coming = name.strip_suffix(COMING).and_then(FileName::parse);
            let is_ours = coming.is_some_and(|coming| coming.is_beside(&own));
            if is_ours && modified.is_some_and(|modified| now.saturating_sub(modified) > STALE_AFTER) {
                drop(self.delete(&name, &trip.untold()));
            }
        }
    }

    /// Puts a file beside its name first, since servers of WebDAV write what comes as it comes; then moves it there.
    fn put_by_moving(&self, flight: &Arc<Flight>, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        let coming = format!("{path}{COMING}");
        let coming = coming.as_str();
        let put = self.ask(flight, |server| async move { server.write(coming, bytes.to_vec()).await });
        let is_there = |refusal: &Refusal| refusal.is_passing && self.read(flight, coming).is_ok_and(|it| it == bytes);
        let put = match put {
            // The answer was lost after the deed.
            Err(refusal) if is_there(&refusal) => Ok(()),
            put => put.map(|_| ()),
        };
        let moved = match put {
            Ok(()) => self.ask(flight, |server| async move { server.rename(coming, path).await }).map(|_| ()),
            Err(refusal) => Err(Refusal { status: None, ..refusal }),
        };
        let Err(refusal) = moved else { return Ok(()) };
        // What never came under its name is not left lying either, as far as the server lets us.
        drop(self.ask_once(flight, &|server: Operator| async move { server.delete(coming).await }));
        // Behind a proxy a server may not know its own name, and then cannot move; some cannot at all.
        if matches!(refusal.status, Some(400 | 403 | 405 | 501 | 502)) {
            return self.put(flight, path, bytes);
        }
        Err(refusal)
    }
}

impl Place for ServerPlace {
    fn describe(&self) -> PlaceDescription {
        PlaceDescription { address: self.address.clone(), is_remote: true }
    }

    fn list(&self, trip: &Trip<'_>) -> Result<Vec<PlaceEntry>, PlaceError> {
        let entries = self.all(trip)?.into_iter().map(|file| file.entry);
        Ok(entries.filter(|entry| !entry.name.ends_with(COMING)).collect())
    }

    fn get(&self, name: &str, most: u64, trip: &Trip<'_>) -> Result<Vec<u8>, PlaceError> {
        let path = self.path(name)?;
        self.fly(trip, Flight::new(trip.time_limit, most), move |place, flight| place.read(flight, &path))
    }

    fn get_start(&self, name: &str, most: u64, trip: &Trip<'_>) -> Result<Vec<u8>, PlaceError> {
        let path = self.path(name)?;
        let flight = Flight::new(trip.time_limit, most).for_the_start();
        self.fly(trip, flight, move |place, flight| place.read(flight, &path))
    }

    fn put_new(&self, name: &str, bytes: &[u8], trip: &Trip<'_>) -> Result<PutReceipt, PlaceError> {
        let path = self.path(name)?;
        let bytes = bytes.to_vec();
        // As much as the answers may have, and the file itself, should it be looked at again.
        let flight = Flight::new(trip.time_limit, ANSWER_MOST.max(bytes.len().try_into().unwrap_or(u64::MAX)));
        self.fly(trip, flight, move |place, flight| {
            let put = if place.protocol.is_atomic() {
                place.put(flight, &path, &bytes)
            } else {
                place.put_by_moving(flight, &path, &bytes)
            };
            let Err(refusal) = put else { return Ok(PutReceipt { is_confirmed: true }) };
            // The answer may have been lost after the deed, and the second try then finds the first: what lies there
            // decides.
            let is_there = !flight.is_cancelled() && place.read(flight, &path).is_ok_and(|found| found == bytes);
            if is_there { Ok(PutReceipt { is_confirmed: true }) } else { Err(refusal.error) }
        })?;
        self.remove_stale(name, trip);
        Ok(PutReceipt { is_confirmed: true })
    }

    fn delete(&self, name: &str, trip: &Trip<'_>) -> Result<(), PlaceError> {
        let path = self.path(name)?;
        self.fly(trip, Flight::new(trip.time_limit, ANSWER_MOST), move |place, flight| {
            let path = path.as_str();
            // S3 says of nothing that it was removed.
            if place.protocol.is_atomic() {
                place.ask(flight, |server| async move { server.stat(path).await }).map_err(|refusal| refusal.error)?;
            }
            match place.ask(flight, |server| async move { server.delete(path).await }) {
                Ok((_, 404)) => Err(PlaceError::NotFound),
                Ok(_) => Ok(()),
                // The library knows one way to say yes, and servers several.
                Err(refusal) if refusal.status.is_some_and(|status| (200..300).contains(&status)) => Ok(()),
                Err(refusal) => Err(refusal.error),
            }
        })
    }
}

/// A file of the folder, and when it was last written in seconds since 1970, as the server says.
struct Lying {
    entry: PlaceEntry,
    modified: Option<i64>,
}

/// The same as it comes: the path as the server gives it, the size, the time.
type Found = (String, u64, Option<i64>);

/// All that a folder lists.
async fn listed(server: Operator, from: String, flight: Arc<Flight>) -> Answered<Vec<Found>> {
    let mut found = Vec::new();
    let mut lister = server.lister(&from).await?;
    while let Some(entry) = next(&mut lister).await {
        let entry = entry?;
        if entry.metadata().mode() == EntryMode::FILE {
            let modified = entry.metadata().last_modified().map(|at| at.into_inner().as_second());
            found.push((entry.path().to_owned(), entry.metadata().content_length(), modified));
        }
        if found.len() >= ENTRIES_MOST || flight.is_cancelled() {
            break;
        }
    }
    Ok(found)
}

/// The next of a list.
async fn next(lister: &mut opendal::Lister) -> Option<Answered<opendal::Entry>> {
    std::future::poll_fn(|context| futures_core::Stream::poll_next(std::pin::Pin::new(&mut *lister), context)).await
}

/// A file of this folder and of none below it.
fn entry(path: &str, size: u64, origin: &str, folder: &str) -> Option<PlaceEntry> {
    let path = path.strip_prefix(origin).unwrap_or(path).trim_start_matches('/');
    let name = path.strip_prefix(folder)?;
    let is_shown = !name.is_empty() && !name.contains('/') && !name.starts_with('.');
    is_shown.then(|| PlaceEntry { name: name.to_owned(), size })
}

/// Waits before the next try. Whether anybody still wants it.
fn rested(flight: &Flight, wait: Duration) -> bool {
    let mut left = wait;
    while !left.is_zero() && !flight.is_cancelled() {
        let step = left.min(GLANCE);
        thread::sleep(step);
        left = left.saturating_sub(step);
    }
    !flight.is_cancelled()
}
