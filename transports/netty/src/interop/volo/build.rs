//! Makes the services' code, and finds out which version of Volo it is that they run on.
use std::fs;

fn main() {
    volo_build::Builder::thrift()
        .add_service("../idl/shop.thrift")
        .add_service("../idl/later.thrift")
        .write()
        .unwrap();
    let lock = fs::read_to_string("Cargo.lock").unwrap();
    let (_, rest) = lock
        .split_once("name = \"volo-thrift\"\nversion = \"")
        .unwrap();
    println!(
        "cargo::rustc-env=VOLO_VERSION={}",
        rest.split('"').next().unwrap()
    );
    println!("cargo::rerun-if-changed=../idl");
    println!("cargo::rerun-if-changed=Cargo.lock");
}
