def item = new File(basedir, 'target/generated-sources/fastcodec/shop/stock/Item.java').text
assert item.contains('COMPACT')
assert !item.contains('BINARY') : 'only the format asked for'
assert new File(basedir, 'target/classes/stock.thrift').exists()
