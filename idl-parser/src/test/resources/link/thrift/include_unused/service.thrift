namespace java s
service S {}
