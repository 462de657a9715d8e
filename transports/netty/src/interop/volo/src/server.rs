use std::{
    io::Read,
    sync::{Arc, Mutex},
};

use metainfo::{Backward, Forward, METAINFO};
use pilota::{AHashMap, FastStr};
use tokio::net::TcpListener;
use volo::net::incoming::DefaultIncoming;
use volo_thrift::{
    server::{Router, Server},
    AnyhowError, BizError, MaybeException, ServerError,
};

use crate::{
    item,
    shop::{Aisle, AisleServer, Item, OutOfStock, Shop, ShopFindException, ShopServer},
};

/// Serves Shop, and Aisle to whom names it.
pub async fn several() {
    let router = Router::new()
        .with_default_service(ShopServer::from_handler(ShopHandler::default()))
        .add_service(AisleServer::from_handler(AisleHandler));
    Server::with_router(router)
        .run(listen().await)
        .await
        .expect("serves");
}

/// Serves Shop alone.
pub async fn single() {
    ShopServer::new(ShopHandler::default())
        .run(listen().await)
        .await
        .expect("serves");
}

/// A port that is printed, until there is no more input.
async fn listen() -> DefaultIncoming {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    println!("{}", listener.local_addr().expect("bound").port());
    std::thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    listener.into()
}

#[derive(Clone, Default)]
struct ShopHandler {
    notes: Arc<Mutex<Vec<FastStr>>>,
}

impl Shop for ShopHandler {
    async fn find(
        &self,
        sku: FastStr,
        count: i32,
    ) -> Result<MaybeException<Item, ShopFindException>, ServerError> {
        Ok(if count < 0 {
            MaybeException::Exception(ShopFindException::Gone(OutOfStock {
                sku: Some(sku),
                left: Some(3),
            }))
        } else {
            MaybeException::Ok(item(&sku, count))
        })
    }

    async fn ping(&self) -> Result<(), ServerError> {
        Ok(())
    }

    async fn note(&self, text: FastStr) -> Result<(), ServerError> {
        self.notes.lock().unwrap().push(text);
        Ok(())
    }

    async fn ask(&self, what: FastStr) -> Result<FastStr, ServerError> {
        let (question, name) = what.split_once(':').unwrap_or((&what, ""));
        match question {
            "notes" => Ok(self.notes.lock().unwrap().join(",").into()),
            // what was transient at the caller is upstream here
            "transient" => Ok(METAINFO
                .with(|m| m.borrow().get_upstream(name))
                .unwrap_or_default()),
            "persistent" => Ok(METAINFO
                .with(|m| m.borrow().get_persistent(name))
                .unwrap_or_default()),
            "backward" => {
                METAINFO.with(|m| {
                    m.borrow_mut()
                        .set_backward_transient(name.to_owned(), "yes")
                });
                Ok("sent".into())
            }
            "biz" => {
                let extra: AHashMap<FastStr, FastStr> =
                    [("k".into(), "v".into()), ("ключ".into(), "\"é\"\n𝄞".into())].into();
                Err(BizError::with_extra(404, "not found".into(), extra).into())
            }
            "error" => Err(AnyhowError::msg("broken").into()),
            _ => Ok(format!("shop:{what}").into()),
        }
    }

    async fn same(&self, item: Item) -> Result<Item, ServerError> {
        Ok(item)
    }
}

#[derive(Clone)]
struct AisleHandler;

impl Aisle for AisleHandler {
    async fn ask(&self, what: FastStr) -> Result<FastStr, ServerError> {
        Ok(format!("aisle:{what}").into())
    }
}
