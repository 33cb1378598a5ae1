//! Unix: what is typed, byte by byte as it comes; and when the clocks were moved.

use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use crate::ports::Typing;

/// Waits for standard input, and reads once. Nothing is kept here, and nothing by the standard library's buffers.
pub(in crate::edge) fn typed(bytes: &mut [u8], wait: Option<Duration>) -> Typing {
    let input = rustix::stdio::stdin();
    let wait = wait.and_then(|wait| Timespec::try_from(wait).ok());
    loop {
        match poll(&mut [PollFd::new(&input, PollFlags::IN)], wait.as_ref()) {
            Ok(0) => return Typing::Nothing,
            Ok(_) => {}
            Err(Errno::INTR) => continue,
            Err(_) => return Typing::Ended,
        }
        match rustix::io::read(input, &mut *bytes) {
            Ok(0) => return Typing::Ended,
            Ok(count) => return Typing::Came(count),
            // Another program on the same terminal may have made it not wait, or was quicker.
            Err(Errno::AGAIN | Errno::INTR) => {}
            Err(_) => return Typing::Ended,
        }
    }
}

/// How long the computer has slept since it was started: one of its clocks goes on meanwhile, the other stands still.
pub(in crate::edge) fn slept() -> Duration {
    #[cfg(target_os = "linux")]
    {
        use rustix::time::{ClockId, clock_gettime};
        let read = |clock| Duration::try_from(clock_gettime(clock)).unwrap_or_default();
        let awake = read(ClockId::Monotonic);
        read(ClockId::Boottime).saturating_sub(awake)
    }
    #[cfg(not(target_os = "linux"))]
    Duration::ZERO
}

/// Calls `tell` each time the wall clock was set or the computer has woken up, until it answers that nobody listens.
/// Between such times it waits without ever waking. Returns where the system does not tell.
pub(in crate::edge) fn watch_clock(tell: impl FnMut() -> bool) {
    #[cfg(target_os = "linux")]
    // Without the timer a moved clock is seen at the next look at it.
    let _ = watch_by_timer(tell);
    #[cfg(not(target_os = "linux"))]
    drop(tell);
}

/// A timer that would go off in the year 2255, and is cancelled when the clock that it goes by is moved.
#[cfg(target_os = "linux")]
fn watch_by_timer(mut tell: impl FnMut() -> bool) -> rustix::io::Result<()> {
    use rustix::time::{Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, timerfd_create, timerfd_settime};
    let timer = timerfd_create(TimerfdClockId::Realtime, TimerfdFlags::CLOEXEC)?;
    let never = Timespec { tv_sec: 9_000_000_000, tv_nsec: 0 };
    let once = Itimerspec { it_interval: Timespec { tv_sec: 0, tv_nsec: 0 }, it_value: never };
    loop {
        timerfd_settime(&timer, TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET, &once)?;
        match rustix::io::read(&timer, &mut [0; 8]) {
            Err(Errno::CANCELED) if tell() => {}
            Err(Errno::INTR) => {}
            _ => return Ok(()),
        }
    }
}
