# A site of docfx folders for a team without Node. Copy this file beside the folders:
#   docker build --build-arg FOLDERS="en-us fr-fr" --build-arg URL=https://guides.example -t guides .
#   docker run --publish 8080:80 guides
# What the build stage runs is a script of the package, which is tested without Docker; no image was built of this.
FROM node:24-slim AS build
ARG VERSION=latest
RUN npm install --global "passerelle@${VERSION}"
WORKDIR /docsets
COPY . .
ARG FOLDERS
ARG URL
ARG BASE=/
RUN bash "$(npm root --global)/passerelle/docker/build-site.sh" /site

FROM nginx:1.29-alpine
COPY --from=build /site/www /srv/www
COPY --from=build /site/nginx.conf /etc/nginx/conf.d/default.conf
