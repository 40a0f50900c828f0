//! Writes the manual pages of `openmeetings` into the folder it is given. An
//! example, so that the program carries neither the pages nor what makes them.

use std::io;

use clap::CommandFactory as _;

#[expect(dead_code, reason = "only the shape of the arguments is looked at")]
#[path = "../src/arguments.rs"]
mod arguments;

fn main() -> io::Result<()> {
    let folder = std::env::args_os()
        .nth(1)
        .ok_or_else(|| io::Error::other("name the folder to write the pages into"))?;
    clap_mangen::generate_to(arguments::Arguments::command(), folder)
}
