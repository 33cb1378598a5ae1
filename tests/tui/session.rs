//! The session service, played by a stand-in on a bus of its own: tests/live/session.sh brings both. Without them the
//! tests say what they skipped.
#![expect(clippy::print_stdout, reason = "a test says what it checked, and what it could not")]

use std::process::Command;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use pulih::edge::SystemSeat;
use pulih::ports::{Absence, GuardState, Seat};
use zbus::blocking::Connection;
use zbus::zvariant::{DynamicType, Value};

use super::pty::Pty;
use super::{folder, pulih};

const SERVICE: &str = "org.freedesktop.login1";
const MANAGER: &str = "/org/freedesktop/login1";
const STAND_IN: &str = "org.freedesktop.DBus.Mock";

/// Longer than anything here takes on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The stand-in, with a session of this person and one of somebody else, each named after its test.
struct StandIn {
    bus: Connection,
    ours: String,
    others: String,
}

impl StandIn {
    /// `None` where the live suite does not run, which is said.
    fn find(test: &str) -> Option<Self> {
        let wanted = std::env::var("PULIH_TEST_SERVICES").unwrap_or_default();
        if !wanted.split(',').any(|wanted| wanted == "session") {
            println!("skipped: session: no session service of its own");
            return None;
        }
        let bus = Connection::system().unwrap();
        let person = rustix::process::getuid().as_raw();
        let mut sessions = [("ours", person), ("others", person + 1)].map(|(whose, person)| {
            let name = format!("{test}_{whose}");
            call(&bus, MANAGER, STAND_IN, "AddSession", &(&name, "seat0", person, whose, true));
            format!("/org/freedesktop/login1/session/{name}")
        });
        let [ours, others] = &mut sessions;
        Some(Self { ours: std::mem::take(ours), others: std::mem::take(others), bus })
    }

    fn lock(&self, session: &str) {
        call(&self.bus, session, "org.freedesktop.login1.Session", "Lock", &());
    }

    /// What a desktop does that locks by itself.
    fn hint(&self, session: &str, is_locked: bool) {
        call(&self.bus, session, "org.freedesktop.login1.Session", "SetLockedHint", &is_locked);
    }

    fn prepare_for_sleep(&self, begins: bool) {
        let args = vec![Value::from(begins)];
        let signal = ("org.freedesktop.login1.Manager", "PrepareForSleep", "b", args);
        call(&self.bus, MANAGER, STAND_IN, "EmitSignal", &signal);
    }

    /// How many programs of ours hold the computer back from sleeping.
    fn held(&self) -> usize {
        let answer = call(&self.bus, MANAGER, "org.freedesktop.login1.Manager", "ListInhibitors", &());
        let all: Vec<(String, String, String, String, u32, u32)> = answer.body().deserialize().unwrap();
        all.iter().filter(|(what, who, _, how, ..)| (&**what, &**who, &**how) == ("sleep", "Pulih", "delay")).count()
    }

    fn wait_for_held(&self, count: usize) {
        let since = Instant::now();
        while self.held() != count {
            assert!(since.elapsed() < PATIENCE, "{} hold it back, not {count}", self.held());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

fn call(
    bus: &Connection,
    path: &str,
    interface: &str,
    method: &str,
    body: &(impl serde::Serialize + DynamicType),
) -> zbus::Message {
    bus.call_method(Some(SERVICE), path, Some(interface), method, body).unwrap()
}

fn next(absences: &Receiver<Absence>) -> Absence {
    absences.recv_timeout(PATIENCE).unwrap()
}

/// One after the other, since both count who holds the computer back.
#[test]
fn the_session_service_is_listened_to() {
    let Some(service) = StandIn::find("listened") else { return };
    signs_of_absence_come_from_this_persons_sessions(&service);
    the_program_locks_before_the_computer_sleeps_and_with_its_session(&service);
    the_doctor_asks_whether_anybody_tells();
}

fn signs_of_absence_come_from_this_persons_sessions(service: &StandIn) {
    assert_eq!(SystemSeat::new().tells_of_absence(), GuardState::Holds);
    let absences = SystemSeat::new().watch_absence();
    service.wait_for_held(1);
    service.lock(&service.others);
    service.lock(&service.ours);
    assert!(matches!(next(&absences), Absence::SessionLocked));
    // Had the other session's lock counted, a second one would come now.
    service.hint(&service.others, true);
    service.hint(&service.ours, false);
    service.prepare_for_sleep(true);
    let asleep = next(&absences);
    assert!(matches!(asleep, Absence::AboutToSleep(_)), "{asleep:?}");
    assert_eq!(service.held(), 1, "held back for as long as it is not let go");
    drop(asleep);
    service.wait_for_held(0);
    service.prepare_for_sleep(false);
    assert!(matches!(next(&absences), Absence::HasSlept));
    service.wait_for_held(1);
    service.hint(&service.ours, true);
    assert!(matches!(next(&absences), Absence::SessionLocked));
    service.hint(&service.ours, false);
    drop(absences);
    // The watch ends with the next sign that nobody takes.
    service.lock(&service.ours);
    service.wait_for_held(0);
    println!("checked: session: sleeping and locking are told, of this person's sessions only");
}

fn the_program_locks_before_the_computer_sleeps_and_with_its_session(service: &StandIn) {
    let folder = folder();
    let mut command = pulih(folder.path());
    command.arg("--demo");
    command.env("DBUS_SYSTEM_BUS_ADDRESS", std::env::var("DBUS_SYSTEM_BUS_ADDRESS").unwrap());
    let mut pty = Pty::start(command);
    pty.see("GitHub");
    service.wait_for_held(1);
    service.lock(&service.ours);
    pty.see("Locked together with the session of the desktop.").see_no("GitHub").send("\r").see("GitHub");
    service.prepare_for_sleep(true);
    pty.see("Locked, since the computer was asleep.").see_no("GitHub");
    service.wait_for_held(0);
    service.prepare_for_sleep(false);
    service.wait_for_held(1);
    pty.send("\r").see("GitHub").send("q");
    assert!(pty.end().success());
    service.wait_for_held(0);
    println!("checked: session: the program locks with its session, and before the computer sleeps");
}

fn the_doctor_asks_whether_anybody_tells() {
    let doctor = |address: &str| {
        let folder = folder();
        let mut command = Command::new(env!("CARGO_BIN_EXE_pulih"));
        command.args(["--vault", "v.pulih", "--state", "state", "--lang", "en", "doctor"]).current_dir(folder.path());
        let output = command.env("DBUS_SYSTEM_BUS_ADDRESS", address).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let with = doctor(&std::env::var("DBUS_SYSTEM_BUS_ADDRESS").unwrap());
    assert!(with.contains("The vault locks when the computer sleeps or its session is locked."), "{with}");
    let without = doctor("unix:path=/nonexistent");
    assert!(without.contains("Nothing here tells when the session is locked"), "{without}");
    println!("checked: session: the doctor tells whether anybody would");
}
