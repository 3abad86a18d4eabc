-- What a site is given when it starts. Nothing that it runs reads them again.
REVOKE ALL ON "site_secret" FROM bulb_app;
