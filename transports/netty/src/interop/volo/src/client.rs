use std::{
    cell::RefCell,
    fmt::Debug,
    future::Future,
    net::{Ipv4Addr, SocketAddr},
    time::{Duration, Instant},
};

use metainfo::{Backward, Forward, MetaInfo, METAINFO};
use pilota::{thrift::ApplicationExceptionKind, FastStr};
use volo_thrift::{
    client::ClientBuilder,
    codec::default::{
        framed::MakeFramedCodec, thrift::MakeThriftCodec, ttheader::MakeTTHeaderCodec,
        DefaultMakeCodec,
    },
    ApplicationException, ClientError, MaybeException, Protocol,
};

use crate::{
    item, later,
    shop::{
        AisleClientBuilder, Item, OutOfStock, ShopClient, ShopClientBuilder, ShopFindException,
    },
};

/// Of a case: why it failed.
type Outcome = Result<(), String>;

/// What is around the messages, and how they are written.
#[derive(Clone, Copy, Debug)]
enum Framing {
    Unframed,
    Framed,
    TTHeader,
    TTHeaderFramed,
}

#[derive(Clone, Copy)]
struct Wire {
    name: &'static str,
    framing: Framing,
    protocol: Protocol,
}

/// A client of any of the generated builders.
macro_rules! client {
    ($builder:ident, $cases:expr, $wire:expr) => {{
        let builder: ClientBuilder<_, _, _, _, _, _, _, _> = $builder::new("shop")
            .caller_name("volo")
            .address($cases.address)
            .connect_timeout(Some(Duration::from_secs(5)))
            .read_write_timeout(Some(Duration::from_secs(10)))
            .rpc_timeout(Some(Duration::from_secs(10)));
        let thrift = MakeThriftCodec::new().with_protocol($wire.protocol);
        match $wire.framing {
            Framing::Unframed => builder.make_codec(DefaultMakeCodec::new(thrift)).build(),
            Framing::Framed => builder
                .make_codec(DefaultMakeCodec::new(MakeFramedCodec::new(thrift)))
                .build(),
            Framing::TTHeader => builder
                .make_codec(DefaultMakeCodec::new(MakeTTHeaderCodec::new(thrift)))
                .build(),
            Framing::TTHeaderFramed => builder
                .make_codec(DefaultMakeCodec::new(MakeTTHeaderCodec::new(
                    MakeFramedCodec::new(thrift),
                )))
                .build(),
        }
    }};
}

pub struct Cases {
    address: SocketAddr,
    failed: usize,
}

impl Cases {
    pub fn new(port: u16) -> Self {
        Self {
            address: (Ipv4Addr::LOCALHOST, port).into(),
            failed: 0,
        }
    }

    pub fn failed(&self) -> usize {
        self.failed
    }

    async fn check(&mut self, wire: Wire, name: &str, body: impl Future<Output = Outcome>) {
        match body.await {
            Ok(()) => println!("ok\t{}/{name}", wire.name),
            Err(why) => {
                self.failed += 1;
                println!("FAIL\t{}/{name}\t{}", wire.name, why.replace('\n', " "));
            }
        }
    }

    pub async fn all(&mut self) {
        for (name, framing, protocol) in [
            ("unframed", Framing::Unframed, Protocol::Binary),
            ("framed", Framing::Framed, Protocol::Binary),
            ("ttheader", Framing::TTHeader, Protocol::Binary),
            ("ttheader-framed", Framing::TTHeaderFramed, Protocol::Binary),
            ("framed-compact", Framing::Framed, Protocol::ApacheCompact),
            (
                "ttheader-framed-compact",
                Framing::TTHeaderFramed,
                Protocol::ApacheCompact,
            ),
        ] {
            let wire = Wire {
                name,
                framing,
                protocol,
            };
            self.unary(wire).await;
            if matches!(framing, Framing::TTHeader | Framing::TTHeaderFramed) {
                self.header(wire).await;
            }
        }
    }

    async fn unary(&mut self, wire: Wire) {
        let shop = client!(ShopClientBuilder, self, wire);
        let later = {
            use later::ShopClientBuilder as LaterBuilder;
            client!(LaterBuilder, self, wire)
        };
        self.check(wire, "result", found(&shop, 9)).await;
        self.check(wire, "large", found(&shop, 1 << 20)).await;
        for (name, sent) in shapes() {
            self.check(wire, name, async {
                want(sent.clone(), shop.same(sent).await)
            })
            .await;
        }
        self.check(wire, "fields left out", async {
            // numbers are written whatever they are, all else when it is there
            let defaults = Item {
                count: Some(0),
                ..Item::default()
            };
            want(defaults, shop.same(Item::default()).await)
        })
        .await;
        self.check(wire, "declared exception", async {
            match shop.find("lamp".into(), -1).await {
                Ok(MaybeException::Exception(ShopFindException::Gone(gone))) => same(
                    OutOfStock {
                        sku: Some("lamp".into()),
                        left: Some(3),
                    },
                    gone,
                ),
                Ok(MaybeException::Ok(item)) => Err(format!("got {item:?}")),
                Err(e) => Err(format!("got {e:?}")),
            }
        })
        .await;
        self.check(wire, "undeclared exception", async {
            let e = application(shop.ask("error".into()).await)?;
            same(ApplicationExceptionKind::INTERNAL_ERROR, e.kind())
        })
        .await;
        self.check(wire, "unknown method", async {
            let e = application(later.missing("x".into()).await)?;
            same(ApplicationExceptionKind::UNKNOWN_METHOD, e.kind())
        })
        .await;
        self.check(wire, "void", async { want((), shop.ping().await) })
            .await;
        self.check(wire, "oneway", noted(&shop, wire.name)).await;
        self.check(wire, "concurrent", async {
            let calls: Vec<_> = (0..64)
                .map(|i| {
                    let shop = shop.clone();
                    tokio::spawn(async move { found(&shop, i).await })
                })
                .collect();
            for call in calls {
                call.await.map_err(|e| e.to_string())??;
            }
            Ok(())
        })
        .await;
    }

    async fn header(&mut self, wire: Wire) {
        let shop = client!(ShopClientBuilder, self, wire);
        let aisle = client!(AisleClientBuilder, self, wire);
        self.check(wire, "business error", async {
            match shop.ask("biz".into()).await {
                Err(ClientError::Biz(e)) => {
                    same(
                        (404, FastStr::from("not found")),
                        (e.status_code, e.status_message),
                    )?;
                    let extra = e.extra.ok_or("no extra")?;
                    same(
                        [Some("v"), Some("\"é\"\n𝄞")],
                        ["k", "ключ"].map(|k| extra.get(k).map(FastStr::as_str)),
                    )
                }
                other => Err(format!("got {other:?}")),
            }
        })
        .await;
        self.check(wire, "two services", async {
            want("shop:x".into(), shop.ask("x".into()).await)?;
            want("aisle:x".into(), aisle.ask("x".into()).await)
        })
        .await;
        self.check(wire, "transient metadata", async {
            let mut sent = MetaInfo::new();
            sent.set_transient("TOKEN", "t1");
            let answer = METAINFO
                .scope(RefCell::new(sent), shop.ask("transient:TOKEN".into()))
                .await;
            want("t1".into(), answer)
        })
        .await;
        self.check(wire, "persistent metadata", async {
            let mut sent = MetaInfo::new();
            sent.set_persistent("USER", "u1");
            let answer = METAINFO
                .scope(RefCell::new(sent), shop.ask("persistent:USER".into()))
                .await;
            want("u1".into(), answer)
        })
        .await;
        self.check(wire, "backward metadata", async {
            let call = async {
                want("sent".into(), shop.ask("backward:SEEN".into()).await)?;
                same(
                    Some("yes".into()),
                    METAINFO.with(|m| m.borrow().get_backward_downstream("SEEN")),
                )
            };
            METAINFO.scope(RefCell::new(MetaInfo::new()), call).await
        })
        .await;
    }
}

/// Items that come back as they are sent.
fn shapes() -> Vec<(&'static str, Item)> {
    let full = |sku: &str, count, blob: Vec<u8>, totals: i64| Item {
        sku: Some(sku.to_owned().into()),
        count: Some(count),
        blob: Some(blob.into()),
        totals: Some(
            (0..totals)
                .map(|i| (format!("total {i}").into(), i << 40))
                .collect(),
        ),
    };
    vec![
        ("empty values", full("", 0, vec![], 0)),
        (
            "extremes",
            full("grüße 灯 𝄞\0", i32::MIN, (0..=255).collect(), 1),
        ),
        ("many entries", full("m", i32::MAX, vec![0xff; 3], 2000)),
        ("large request", full("l", -1, vec![7; 3 << 20], 2)),
    ]
}

async fn found(shop: &ShopClient, count: i32) -> Outcome {
    match shop.find("lamp".into(), count).await {
        Ok(MaybeException::Ok(found)) if found == item("lamp", count) => Ok(()),
        Ok(MaybeException::Ok(found)) => Err(format!("got {:?} of {:?}", found.count, found.sku)),
        Ok(MaybeException::Exception(e)) => Err(format!("got {e:?}")),
        Err(e) => Err(format!("got {e:?}")),
    }
}

/// Oneway calls may still be on their way when a later one is answered.
async fn noted(shop: &ShopClient, text: &str) -> Outcome {
    let texts = [format!("{text} a"), format!("{text} b")];
    for text in &texts {
        want((), shop.note(text.clone().into()).await)?;
    }
    let until = Instant::now() + Duration::from_secs(10);
    loop {
        let notes = shop.ask("notes".into()).await.map_err(|e| e.to_string())?;
        if texts
            .iter()
            .all(|text| notes.split(',').any(|note| note == text))
        {
            return Ok(());
        } else if Instant::now() > until {
            return Err(format!("got {notes}"));
        }
    }
}

fn application<T: Debug>(answer: Result<T, ClientError>) -> Result<ApplicationException, String> {
    match answer {
        Err(ClientError::Application(e)) => Ok(e),
        other => Err(format!("got {other:?}")),
    }
}

fn want<T: PartialEq + Debug, E: Debug>(expected: T, answer: Result<T, E>) -> Outcome {
    same(expected, answer.map_err(|e| format!("got {e:?}"))?)
}

fn same<T: PartialEq + Debug>(expected: T, got: T) -> Outcome {
    if got == expected {
        return Ok(());
    }
    let text = format!("got {got:?}, want {expected:?}");
    Err(text.chars().take(500).collect())
}
