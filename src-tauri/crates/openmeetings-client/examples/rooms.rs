//! Logs in and lists the public rooms: `rooms ADDRESS LOGIN`, the password from
//! standard input.

#![expect(clippy::print_stdout, reason = "an example talks")]

use openmeetings_client::{BaseUrl, Client, Credentials, RoomKind};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(address), Some(login)) = (arguments.next(), arguments.next()) else {
        return Err("usage: rooms ADDRESS LOGIN".into());
    };
    let mut password = String::new();
    std::io::stdin().read_line(&mut password)?;
    let client = Client::new(BaseUrl::parse(&address)?)?;
    let session = client
        .login(&Credentials::new(login, password.trim_end().to_owned()))
        .await?;
    for kind in RoomKind::ALL {
        for room in session.public_rooms(kind).await? {
            println!("{:>5}  {}", room.id, room.name);
        }
    }
    Ok(())
}
