//! Volo's side of the interop runs. "server" prints its port and serves until its input ends, several services in the framings that tell where a
//! message ends; "server single" serves one of them in all framings; "client PORT" calls a server of the same services and prints a line for each case:
//! ok or FAIL, its name, and why.
#![recursion_limit = "256"]

mod client;
mod server;

mod generated {
    include!(concat!(env!("OUT_DIR"), "/volo_gen.rs"));
}

use generated::volo_gen::{later, shop};

/// What find answers, here and at Fastcodec's server.
fn item(sku: &str, count: i32) -> shop::Item {
    let blob: Vec<u8> = (0..count).map(|i| i as u8).collect();
    shop::Item {
        sku: Some(sku.to_owned().into()),
        count: Some(count),
        blob: Some(blob.into()),
        totals: Some(
            [(sku.to_owned().into(), i64::from(count))]
                .into_iter()
                .collect(),
        ),
    }
}

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["server"] => server::several().await,
        ["server", "single"] => server::single().await,
        ["client", port] => {
            let mut cases = client::Cases::new(port.parse().expect("a port"));
            cases.all().await;
            if cases.failed() > 0 {
                std::process::exit(1);
            }
        }
        ["version"] => println!("{}", env!("VOLO_VERSION")),
        _ => {
            eprintln!("usage: interop server [single] | client PORT | version");
            std::process::exit(2);
        }
    }
}
