assert new File(basedir, 'target/classes/shop/Kept.class').exists()
assert new File(basedir, 'build.log').text.contains('[INFO] Skipped')
