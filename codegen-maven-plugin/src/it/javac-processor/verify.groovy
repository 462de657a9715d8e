assert ['shop/Order.class', 'shop/Money.class', 'shop/app/Shop.class'].every {
    new File(basedir, "target/classes/$it").exists()
}
